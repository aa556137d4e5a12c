package oroshi.catalog;

import java.util.List;

/** Whether something may be sold in a sale. */
public sealed interface Verdict {
    /**
     * It may, at these prices.
     *
     * @param promotions those on the item that run in the sale's market
     */
    record ForSale(CatalogItem item, List<Promotion> promotions) implements Verdict {
        public ForSale {
            promotions = List.copyOf(promotions);
        }
    }

    /** It may not. The title is what was asked for when the catalog has no name for it. */
    record Refused(NotForSale reason, LocalizedText title) implements Verdict {}
}
