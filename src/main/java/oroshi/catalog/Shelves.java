package oroshi.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.springframework.stereotype.Component;

/**
 * Remembers what price lists hold, so that most questions need no query but the one for the list in force. A list never
 * changes under its version, so nothing remembered can be stale; what is no longer asked for is forgotten.
 */
@Component
class Shelves {
    private static final int MOST_ROWS = 400_000;

    private final SkuTable skus;
    private final OfferTable offers;
    private final PriceTable prices;
    private final PromotionTable promotions;
    private final Cache<Issue, Assortment> assortments =
            Caffeine.newBuilder().maximumSize(4).build();
    private final Cache<Issue, List<Promotion>> promotionLists =
            Caffeine.newBuilder().maximumSize(4).build();
    private final Cache<Place, Shelf> shelves = Caffeine.newBuilder()
            .maximumWeight(MOST_ROWS)
            .weigher((Place place, Shelf shelf) -> 1 + shelf.size())
            .build();

    Shelves(SkuTable skus, OfferTable offers, PriceTable prices, PromotionTable promotions) {
        this.skus = skus;
        this.offers = offers;
        this.prices = prices;
        this.promotions = promotions;
    }

    private record Issue(UUID id, long version) {
        static Issue of(PriceList list) {
            return new Issue(list.id(), list.version());
        }
    }

    private record Place(Issue issue, String country, CurrencyUnit currency) {}

    private record Availability(String skuKey, Segment segment) {}

    Assortment assortment(PriceList list) {
        return assortments.get(Issue.of(list), issue -> new Assortment(skus.list(list.id()), offers.list(list.id())));
    }

    /** Every promotion of the list, ended ones too. */
    List<Promotion> promotions(PriceList list) {
        return promotionLists.get(Issue.of(list), issue -> promotions.list(list.id()));
    }

    Shelf shelf(PriceList list, String country, CurrencyUnit currency) {
        return shelves.get(
                new Place(Issue.of(list), country, currency),
                place -> new Shelf(Stream.concat(
                                availabilities(list, country, currency).stream(),
                                legacyOffers(list, country, currency).stream())
                        .toList()));
    }

    private List<ShelfEntry> availabilities(PriceList list, String country, CurrencyUnit currency) {
        var assortment = assortment(list);
        var rows = prices.list(list.id(), country, currency.getCode()).stream()
                .collect(Collectors.groupingBy(
                        row -> new Availability(row.skuKey(), row.segment()), LinkedHashMap::new, Collectors.toList()));
        var entries = new ArrayList<ShelfEntry>();
        rows.forEach((availability, priced) -> assortment
                .sku(availability.skuKey())
                .ifPresent(
                        sku -> entries.add(ShelfEntries.of(sku, availability.segment(), country, currency, priced))));
        return entries;
    }

    private List<ShelfEntry> legacyOffers(PriceList list, String country, CurrencyUnit currency) {
        var assortment = assortment(list);
        var rows = offers.listPrices(list.id(), currency.getCode()).stream()
                .collect(Collectors.groupingBy(
                        OfferTable.MonthlyPrice::offerId, LinkedHashMap::new, Collectors.toList()));
        var entries = new ArrayList<ShelfEntry>();
        rows.forEach((offerId, priced) -> assortment
                .offer(offerId)
                .filter(offer -> offer.countries().contains(country))
                .ifPresent(offer -> entries.add(ShelfEntries.of(offer, country, currency, priced))));
        return entries;
    }
}
