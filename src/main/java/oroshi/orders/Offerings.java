package oroshi.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.Problem;
import oroshi.catalog.Catalog;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.ItemKind;
import oroshi.orders.LineVerdict.Bad;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.SubscriptionStatus;
import oroshi.subscriptions.Subscriptions;

/** What a partner can sell to a customer that it has: by the customer's segment, both countries and what it owns. */
@Service
@Transactional(readOnly = true)
public class Offerings {
    private final Deals deals;
    private final Catalog catalog;
    private final OrderCheck check;
    private final Subscriptions subscriptions;

    Offerings(Deals deals, Catalog catalog, OrderCheck check, Subscriptions subscriptions) {
        this.deals = deals;
        this.catalog = catalog;
        this.check = check;
        this.subscriptions = subscriptions;
    }

    /** Everything on sale for the customer that pages sell, by category and title; what the cart holds counts as if it were owned. */
    public List<Offering> list(PartnerId partnerId, CustomerId customerId, List<NewOrderLine> inCart, Locale locale) {
        var deal = deals.preview(partnerId, customerId);
        var owned = new Remembered<>(() -> subscriptions.list(partnerId, customerId));
        var items = catalog.list(deal.sale(), locale).stream()
                .filter(item -> item.kind() != ItemKind.SAVINGS_PLAN)
                .toList();
        return items.stream()
                .map(item -> offering(deal, item, inCart, owned, items))
                .toList();
    }

    /** Why something is not among what is on sale; empty when it is, or when nothing has that id. */
    public Optional<Problem> whyNot(PartnerId partnerId, CustomerId customerId, String name) {
        var deal = deals.preview(partnerId, customerId);
        if (catalog.find(deal.sale(), name).isPresent()) {
            return Optional.empty();
        }
        return catalog.findTitle(deal.sale().market().cloud(), name, deal.at())
                .flatMap(title -> check.judgeAlone(deal, List.of(NewOrderLine.anyOf(name))).stream()
                        .flatMap(verdict -> verdict instanceof Bad bad ? Stream.of(bad.problem()) : Stream.empty())
                        .findFirst());
    }

    private Offering offering(
            Deal deal,
            CatalogItem item,
            List<NewOrderLine> inCart,
            Supplier<List<Subscription>> owned,
            List<CatalogItem> items) {
        var lines = new ArrayList<>(
                inCart.stream().filter(line -> !line.itemId().equals(item.id())).toList());
        var more = NewOrderLine.anyOf(item.id())
                .withQuantity(Math.max(1, item.minimumQuantity()))
                .withAttestation();
        lines.add(Anchors.proposed(more, item, owned));
        var verdict = check.previewLast(deal, lines, owned);
        if (!(verdict instanceof Bad bad)) {
            return new Offering(item, Optional.empty(), Optional.empty(), List.of());
        }
        var same = owned.get().stream()
                .filter(one -> one.item().key().equals(item.key()))
                .filter(one -> one.isUsable() || one.status() == SubscriptionStatus.SUSPENDED)
                .findFirst();
        var needed = items.stream()
                .filter(other -> item.prerequisites().contains(other.key()))
                .toList();
        return new Offering(item, Optional.of(bad.problem()), same, needed);
    }
}
