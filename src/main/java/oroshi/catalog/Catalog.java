package oroshi.catalog;

import java.text.Collator;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.Cloud;

/** What is sold, to whom, where and for how much: the way into this module for whoever sells. */
@Service
@Transactional(readOnly = true)
public class Catalog {
    private final ListsInForce priceLists;
    private final Shelves shelves;

    Catalog(ListsInForce priceLists, Shelves shelves) {
        this.priceLists = priceLists;
        this.shelves = shelves;
    }

    /** Everything that may be sold in the sale, by category and then by title in the reader's language. */
    public List<CatalogItem> list(Sale sale, Locale locale) {
        return priceLists
                .find(sale.market().cloud(), sale.at())
                .map(list -> list(list, sale, locale))
                .orElse(List.of());
    }

    /** Of these, what a customer can buy that owns nothing yet, add-ons to such items included (J1-13). */
    public List<CatalogItem> listForNewCustomer(Sale sale, Locale locale) {
        return list(sale, locale).stream().filter(CatalogItem::suitsNewCustomer).toList();
    }

    /** The item that may be sold in the sale under an id, key or code; empty when it may not. */
    public Optional<CatalogItem> find(Sale sale, String name) {
        return judge(sale, name) instanceof Verdict.ForSale forSale ? Optional.of(forSale.item()) : Optional.empty();
    }

    /**
     * Whether what the name stands for may be sold in the sale, and why not. The name is the id of an offer or an
     * availability, {@code productId:skuId}, or the operator's code; its letter case doesn't matter.
     */
    public Verdict judge(Sale sale, String name) {
        return judge(sale, List.of(name)).getFirst();
    }

    /** As the other for several names at once, in their order; the list in force is looked up once. */
    public List<Verdict> judge(Sale sale, List<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        var judgement = priceLists.find(sale.market().cloud(), sale.at()).map(list -> judgement(list, sale));
        return names.stream()
                .map(name -> judgement
                        .map(found -> found.of(name))
                        .orElseGet(() -> new Verdict.Refused(NotForSale.UNKNOWN, new LocalizedText(name, name))))
                .toList();
    }

    /** The titles of an item by id, key or code, be it on sale or not. */
    public Optional<LocalizedText> findTitle(Cloud cloud, String name, Instant at) {
        return priceLists.find(cloud, at).flatMap(list -> {
            var assortment = shelves.assortment(list);
            return assortment.title(assortment.keyOf(name));
        });
    }

    /** Whether there is a product of this id, be it on sale or not. */
    public boolean knowsProduct(Cloud cloud, String productId, Instant at) {
        return priceLists
                .find(cloud, at)
                .flatMap(list -> shelves.assortment(list).product(productId))
                .isPresent();
    }

    /** The key of what a legacy offer becomes in new commerce; empty while there is nothing. */
    public Optional<String> findSuccessor(Cloud cloud, String offerId, Instant at) {
        return priceLists
                .find(cloud, at)
                .flatMap(list -> shelves.assortment(list).offer(offerId))
                .flatMap(LegacyOffer::successor);
    }

    /** Whether more of the item can be used than was bought, and is charged elsewhere. */
    public boolean goesBeyondLicenses(Cloud cloud, String key, Instant at) {
        return priceLists
                .find(cloud, at)
                .flatMap(list -> shelves.assortment(list).sku(key))
                .filter(sku -> sku.consumptionType().equalsIgnoreCase("overage"))
                .isPresent();
    }

    private List<CatalogItem> list(PriceList list, Sale sale, Locale locale) {
        var collator = Collator.getInstance(locale);
        var judgement = judgement(list, sale);
        return judgement.admitted().stream()
                .sorted(Comparator.comparingInt(Shelf::categoryRank)
                        .thenComparing(item -> item.title().in(locale), collator))
                .toList();
    }

    private Judgement judgement(PriceList list, Sale sale) {
        var market = sale.market();
        return new Judgement(
                shelves.assortment(list),
                shelf(list, market.customerCountry(), market.currency()),
                shelf(list, market.partnerCountry(), market.partnerCurrency()),
                shelves.promotions(list),
                sale);
    }

    private Shelf shelf(PriceList list, String country, CurrencyUnit currency) {
        return shelves.shelf(list, country, currency);
    }
}
