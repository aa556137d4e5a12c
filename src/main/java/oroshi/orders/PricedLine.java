package oroshi.orders;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.Plan;
import oroshi.catalog.Promotion;
import oroshi.subscriptions.ShortenedTerm;

/**
 * A line that can be bought: what it asks for, found in the catalog and priced.
 *
 * @param position of the line in the request, from zero
 * @param startsOn first day of its term
 * @param running the promotions on the item
 * @param promotion the one of them that makes it cheaper
 * @param baseLine position of the line that a classic add-on hangs on
 * @param parent the owned subscription that a classic add-on hangs on
 */
record PricedLine(
        int position,
        NewOrderLine asked,
        CatalogItem item,
        Plan plan,
        LocalDate startsOn,
        List<Promotion> running,
        Optional<Promotion> promotion,
        Optional<Integer> baseLine,
        Optional<SubscriptionId> parent) {
    static PricedLine of(
            int position,
            NewOrderLine asked,
            CatalogItem item,
            Plan plan,
            LocalDate startsOn,
            List<Promotion> running) {
        return new PricedLine(
                position, asked, item, plan, startsOn, running, Optional.empty(), Optional.empty(), Optional.empty());
    }

    PricedLine onLine(int base) {
        return new PricedLine(
                position, asked, item, plan, startsOn, running, promotion, Optional.of(base), Optional.empty());
    }

    PricedLine onSubscription(SubscriptionId base) {
        return new PricedLine(
                position, asked, item, plan, startsOn, running, promotion, Optional.empty(), Optional.of(base));
    }

    PricedLine asking(NewOrderLine other) {
        return new PricedLine(position, other, item, plan, startsOn, running, promotion, baseLine, parent);
    }

    PricedLine withPromotion(Optional<Promotion> other) {
        return new PricedLine(position, asked, item, plan, startsOn, running, other, baseLine, parent);
    }

    int quantity() {
        return asked.quantity();
    }

    /** The price of one unit at each charge. */
    Money unitPrice() {
        return promotion
                .flatMap(found -> found.discount(item, plan))
                .map(discount -> discount.from(plan.unitPrice()))
                .orElse(plan.unitPrice());
    }

    LinePrice price() {
        var unit = unitPrice();
        var shortened = shortened();
        return new LinePrice(
                plan.unitPrice(),
                unit,
                shortened.map(term -> term.proratedPrice(unit)).orElse(unit),
                shortened
                        .map(term -> term.total(unit, quantity()))
                        .orElseGet(() -> unit.multipliedBy(
                                (long) quantity() * plan.billingCycle().chargesIn(plan.term()))));
    }

    /** The price at the first charge. */
    Money firstCharge() {
        return shortened()
                .map(term -> term.firstCharge(unitPrice(), quantity()))
                .orElseGet(() -> unitPrice().multipliedBy(quantity()));
    }

    /** The first term, when the line asks for a shorter one. */
    Optional<ShortenedTerm> shortened() {
        return asked.particulars()
                .lastDay()
                .flatMap(day -> ShortenedTerm.of(plan.term(), plan.billingCycle(), startsOn, day));
    }

    /** Classic add-ons exist only beneath a base. */
    boolean needsBase() {
        return item.isLegacy() && item.isAddOn();
    }

    /** Lines of one group become one order: they share purchase system, billing cycle and currency. */
    String group() {
        return String.join(
                "/",
                item.orderGroup(),
                item.isLegacy() ? "classic" : "new",
                plan.billingCycle().wire(),
                item.currency().getCode());
    }
}
