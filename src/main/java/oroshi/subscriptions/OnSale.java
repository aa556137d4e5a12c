package oroshi.subscriptions;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import oroshi.catalog.Catalog;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.Market;
import oroshi.catalog.Sale;
import oroshi.catalog.Segment;
import oroshi.catalog.SegmentRule;
import oroshi.catalog.Verdict;
import oroshi.partners.Partners;

/** What the catalog sells at a moment of the things that are subscribed to. Who may begin to buy them does not matter. */
@Component
class OnSale {
    private final Catalog catalog;
    private final Partners partners;

    OnSale(Catalog catalog, Partners partners) {
        this.catalog = catalog;
        this.partners = partners;
    }

    /** The subscription's item, if it is still sold. */
    Optional<CatalogItem> find(Subscription subscription, Instant at) {
        return find(subscription, subscription.item().key(), at);
    }

    /** Everything that is sold where the subscription was bought. */
    List<CatalogItem> list(Subscription subscription, Instant at) {
        return catalog.list(sale(subscription, segments(own(subscription, at)), at), Locale.ENGLISH);
    }

    /** Another item where the subscription was bought. */
    Optional<CatalogItem> find(Subscription subscription, String key, Instant at) {
        return offer(subscription, key, at).map(Verdict.ForSale::item);
    }

    /** As the other, with the promotions that run there at the moment. */
    Optional<Verdict.ForSale> offer(Subscription subscription, String key, Instant at) {
        var own = own(subscription, at);
        return key.equals(subscription.item().key()) && own.isPresent()
                ? own.map(Own::offer)
                : offer(sale(subscription, segments(own), at), key);
    }

    /** Another item where the subscription was bought, for customers of the segment, with the promotions on it. */
    Optional<Verdict.ForSale> find(Subscription subscription, String key, Segment segment, Instant at) {
        return offer(sale(subscription, new SegmentRule(Set.of(segment)), at), key);
    }

    /** The kind of customer that it was bought for, which its availability tells; every kind where it is not sold so. */
    private static SegmentRule segments(Optional<Own> own) {
        return own.map(Own::segments).orElseGet(SegmentRule::everything);
    }

    private Optional<Own> own(Subscription subscription, Instant at) {
        var item = subscription.item();
        return item.isLegacy()
                ? Optional.empty()
                : Arrays.stream(Segment.values())
                        .map(segment -> new SegmentRule(Set.of(segment)))
                        .flatMap(rule -> offer(sale(subscription, rule, at), item.key())
                                .filter(sold -> sold.item().id().equals(item.id()))
                                .map(sold -> new Own(rule, sold))
                                .stream())
                        .findFirst();
    }

    /** As what and to whom the subscription's own item is sold. */
    private record Own(SegmentRule segments, Verdict.ForSale offer) {}

    private Optional<Verdict.ForSale> offer(Sale sale, String key) {
        return catalog.judge(sale, key) instanceof Verdict.ForSale forSale ? Optional.of(forSale) : Optional.empty();
    }

    private Sale sale(Subscription subscription, SegmentRule segments, Instant at) {
        var partner = partners.get(subscription.partnerId());
        var market = new Market(partner.cloud(), partner.country(), subscription.country(), partner.currency())
                .in(subscription.unitPrice().getCurrencyUnit());
        return new Sale(market, segments, partner.qualifications(), at);
    }
}
