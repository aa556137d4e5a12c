package oroshi.catalog;

import java.util.Comparator;
import java.util.List;

/** Decides what may be sold in one sale: the shelf of the customer's country, cut to what the partner's sells too. */
record Judgement(Assortment assortment, Shelf customerShelf, Shelf partnerShelf, List<Promotion> promotions, Sale sale)
        implements Admission {

    @Override
    public List<CatalogItem> admitted() {
        return admitted(customerShelf.at(sale.at()));
    }

    @Override
    public List<CatalogItem> admitted(String product) {
        return admitted(customerShelf.at(sale.at(), product));
    }

    private List<CatalogItem> admitted(List<CatalogItem> onSale) {
        return onSale.stream().filter(this::admits).toList();
    }

    /** Whether what the name stands for is listed for the sale, but is not on sale at the moment: not yet, or no longer. */
    boolean rests(String name) {
        return customerShelf.named(name).stream()
                .anyMatch(entry -> admits(entry.item()) && entry.at(sale.at()).isEmpty());
    }

    private boolean admits(CatalogItem item) {
        return sale.segments().allows(item.segment()) && sale.admitsPartnerFor(item) && partnerShelf.sellsLike(item);
    }

    Verdict of(String name) {
        var key = assortment.keyOf(name);
        var title = assortment.title(key);
        if (title.isEmpty()) {
            return new Verdict.Refused(NotForSale.UNKNOWN, new LocalizedText(name, name));
        }
        return customerShelf.named(key).stream()
                .map(this::of)
                .min(Comparator.comparingInt(verdict -> verdict instanceof Verdict.ForSale ? 0 : 1))
                .orElseGet(() -> new Verdict.Refused(NotForSale.CUSTOMER_COUNTRY, title.get()));
    }

    private Verdict of(ShelfEntry entry) {
        var item = entry.item();
        if (!partnerShelf.sellsLike(item)) {
            return refused(item, NotForSale.PARTNER_COUNTRY);
        }
        if (!sale.segments().allows(item.segment())) {
            return refused(item, NotForSale.SEGMENT);
        }
        if (!sale.admitsPartnerFor(item)) {
            return refused(item, NotForSale.PARTNER_QUALIFICATION);
        }
        return entry.at(sale.at())
                .<Verdict>map(found -> new Verdict.ForSale(found, running(found)))
                .orElseGet(() -> refused(item, entry.beginsAfter(sale.at()) ? NotForSale.NOT_YET : NotForSale.ENDED));
    }

    private List<Promotion> running(CatalogItem item) {
        return promotions.stream()
                .filter(promotion -> promotion.runs(sale.at()) && promotion.isOn(item))
                .toList();
    }

    private static Verdict refused(CatalogItem item, NotForSale reason) {
        return new Verdict.Refused(reason, item.title());
    }
}
