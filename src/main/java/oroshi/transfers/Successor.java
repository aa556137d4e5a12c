package oroshi.transfers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import oroshi.orders.NewOrderLine;
import oroshi.orders.Particulars;
import oroshi.subscriptions.Benefit;
import oroshi.subscriptions.Subscription;

/** What the gaining partner orders so that a subscription goes on: the same for the rest of the term. */
final class Successor {
    private Successor() {}

    /** The line for the subscription alone. */
    static NewOrderLine line(Subscription subscription) {
        return line(subscription, Optional.empty(), UnaryOperator.identity());
    }

    /**
     * The line for the subscription.
     *
     * @param plans what the Azure plan became that it counts for
     */
    static NewOrderLine line(Subscription subscription, Optional<String> reseller, UnaryOperator<String> plans) {
        var title = subscription.item().title().english();
        var commitment = subscription.commitment();
        var item = subscription.item();
        var line = NewOrderLine.of(
                        item.isLegacy() ? item.key() : item.id(), subscription.quantity(), commitment.billingCycle())
                .withNickname(Optional.of(subscription.friendlyName()).filter(name -> !name.equals(title)))
                .withResellerOrNone(reseller)
                .withAttestation()
                .withParticulars(new Particulars(
                        commitment.lastDay(),
                        subscription
                                .benefit()
                                .map(benefit -> context(benefit, plans))
                                .orElse(Map.of()),
                        Optional.empty(),
                        subscription.benefit().flatMap(Benefit::commitment)));
        return item.isLegacy() ? line : line.withTerm(commitment.term());
    }

    private static Map<String, String> context(Benefit benefit, UnaryOperator<String> plans) {
        var context = new HashMap<String, String>();
        context.put("scope", benefit.isShared() ? "shared" : "single");
        benefit.subscriptionId().ifPresent(plan -> context.put("subscriptionId", plans.apply(plan)));
        benefit.entitlementId().ifPresent(entitlement -> context.put("entitlementId", entitlement));
        return context;
    }

    /** The lines of a base and its add-ons. */
    static List<NewOrderLine> lines(
            List<Subscription> leaving, Optional<String> reseller, UnaryOperator<String> plans) {
        return leaving.stream()
                .map(one -> one.equals(leaving.getFirst())
                        ? line(one, reseller, plans)
                        : line(one, reseller, plans).withBaseLine(0))
                .toList();
    }
}
