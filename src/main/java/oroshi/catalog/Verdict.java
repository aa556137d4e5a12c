package oroshi.catalog;

/** Whether something may be sold in a sale. */
public sealed interface Verdict {
    /** It may, at these prices. */
    record ForSale(CatalogItem item) implements Verdict {}

    /** It may not. The title is what was asked for when the catalog has no name for it. */
    record Refused(NotForSale reason, LocalizedText title) implements Verdict {}
}
