package oroshi.orders;

import static oroshi.orders.OrderRefusal.ADD_ON_EXCEEDS_BASE;
import static oroshi.orders.OrderRefusal.BASE_NOT_FOUND;
import static oroshi.orders.OrderRefusal.OFFER_CYCLE;
import static oroshi.orders.OrderRefusal.ONE_PER_CUSTOMER;
import static oroshi.orders.OrderRefusal.PREREQUISITE_MISSING;
import static oroshi.orders.OrderRefusal.TRIAL_OF_OWNED;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.ItemKind;
import oroshi.catalog.PurchaseLimit;
import oroshi.orders.LineVerdict.Bad;
import oroshi.orders.LineVerdict.Good;
import oroshi.subscriptions.Subscription;

/**
 * What the lines of an order say about each other and about what the customer owns: limits within the order, bases of
 * add-ons, prerequisites, trials.
 *
 * @param good the lines that can be bought as far as each alone is concerned
 */
record OrderRules(List<PricedLine> good, Holdings holdings) {
    /** The line with its base found, or why it cannot be bought together with the others. */
    LineVerdict judge(PricedLine line) {
        var item = line.item();
        if (exceedsLimit(line)) {
            return bad(line, "", ONE_PER_CUSTOMER, item.title(), item.limit().count());
        }
        if (item.isTrial() && ownsTargetOf(line)) {
            return bad(line, "", TRIAL_OF_OWNED, item.title());
        }
        var wrongDay = EndDates.obstacle(line, holdings.owned());
        if (wrongDay.isPresent()) {
            return new Bad(wrongDay.get());
        }
        if (line.needsBase()) {
            return onBase(line);
        }
        var namesAnchor = item.kind() == ItemKind.SAVINGS_PLAN;
        if (!namesAnchor && !item.isSatisfiedBy(keysOfOthers(line)) && !item.isSatisfiedBy(holdings.keys())) {
            return bad(line, "", PREREQUISITE_MISSING, item.title(), String.join(", ", item.prerequisites()));
        }
        var unanchored = Anchors.obstacle(line, item.isSatisfiedBy(keysOfOthers(line)), holdings);
        return unanchored.<LineVerdict>map(Bad::new).orElseGet(() -> new Good(Anchors.inheriting(line, holdings)));
    }

    private boolean exceedsLimit(PricedLine line) {
        var limit = line.item().limit();
        var before = good.stream()
                .filter(other -> other.position() < line.position())
                .filter(other -> other.item().key().equals(line.item().key()))
                .count();
        return limit.scope() != PurchaseLimit.Scope.NONE && before >= limit.count();
    }

    private boolean ownsTargetOf(PricedLine line) {
        var targets = line.item().conversionTargets();
        return !targets.isEmpty() && holdings.keys().stream().anyMatch(targets::contains);
    }

    private Set<String> keysOfOthers(PricedLine line) {
        return good.stream()
                .filter(other -> other.position() != line.position())
                .map(other -> other.item().key())
                .collect(Collectors.toSet());
    }

    private LineVerdict onBase(PricedLine line) {
        if (line.asked().parent().isPresent()) {
            return onOwnedBase(line);
        }
        return good.stream()
                .filter(other -> line.asked()
                        .baseLine()
                        .map(base -> base == other.position())
                        .orElse(true))
                .filter(other ->
                        line.item().prerequisites().contains(other.item().key()))
                .findFirst()
                .map(base -> fitted(
                        line,
                        line.onLine(base.position()),
                        base.quantity(),
                        base.plan().billingCycle()))
                .orElseGet(() -> line.asked().baseLine().isPresent()
                        ? bad(line, "", BASE_NOT_FOUND, line.item().title())
                        : onOwnedBase(line));
    }

    private LineVerdict onOwnedBase(PricedLine line) {
        var named = line.asked().parent();
        return holdings.all().stream()
                .filter(subscription -> named.map(subscription.id()::equals).orElse(true))
                .filter(Subscription::isUsable)
                .filter(subscription ->
                        line.item().prerequisites().contains(subscription.item().key()))
                .findFirst()
                .map(base -> fitted(
                        line,
                        line.onSubscription(base.id()),
                        base.quantity(),
                        base.commitment().billingCycle()))
                .orElseGet(() -> bad(
                        line,
                        "",
                        named.isPresent() ? BASE_NOT_FOUND : PREREQUISITE_MISSING,
                        line.item().title(),
                        String.join(", ", line.item().prerequisites())));
    }

    private static LineVerdict fitted(PricedLine line, PricedLine onBase, int most, BillingCycle cycle) {
        if (line.quantity() > most) {
            return bad(line, ".quantity", ADD_ON_EXCEEDS_BASE, line.item().title(), most);
        }
        if (line.plan().billingCycle() != cycle) {
            return bad(line, ".billingCycle", OFFER_CYCLE, line.item().title());
        }
        return new Good(onBase);
    }

    private static Bad bad(PricedLine line, String member, OrderRefusal reason, Object... arguments) {
        return LinePricing.bad(line.position(), member, reason, arguments);
    }
}
