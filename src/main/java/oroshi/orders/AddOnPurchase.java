package oroshi.orders;

import static oroshi.orders.OrderRefusal.ADD_ON_UNFIT;
import static oroshi.orders.OrderRefusal.INPUT_INVALID;
import static oroshi.orders.OrderRefusal.UPDATE_NOT_OFFERED;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import oroshi.access.Caller;
import oroshi.basics.Problem;
import oroshi.basics.Refusal;
import oroshi.subscriptions.SubscriptionRefusal;
import oroshi.subscriptions.SubscriptionStatus;
import oroshi.subscriptions.Subscriptions;

/** Buys classic add-ons for what an order brought, as further lines of that order. */
@Component
class AddOnPurchase {
    private final Deals deals;
    private final Purchases purchases;
    private final Subscriptions subscriptions;

    AddOnPurchase(Deals deals, Purchases purchases, Subscriptions subscriptions) {
        this.deals = deals;
        this.purchases = purchases;
        this.subscriptions = subscriptions;
    }

    /** The order with the new lines, which continue its numbering. */
    Order carryOut(Order order, OrderPatch.AddOns asked, Caller caller) {
        if (!order.isLegacy()) {
            throw Refusal.because(UPDATE_NOT_OFFERED, order.number());
        }
        asked.lines().forEach(line -> requireBase(order, line));
        var lines = asked.lines().stream().map(line -> ofOrder(order, line)).toList();
        var request = new NewOrder(
                lines, caller.name(), caller.userId().isPresent(), asked.actsForResellers(), order.customerUser());
        var deal = deals.open(order.partnerId(), order.customerId());
        try {
            var added = purchases.append(deal, order, request);
            var all = Stream.concat(order.lines().stream(), added.stream()).toList();
            return order.changed(all, order.billingCycle());
        } catch (Refusal refusal) {
            throw published(refusal, lines);
        }
    }

    private void requireBase(Order order, NewOrderLine line) {
        var parent = line.parent().orElseThrow();
        var base = subscriptions.get(order.partnerId(), order.customerId(), parent);
        if (order.lineOf(parent).isEmpty()) {
            throw Refusal.because(ADD_ON_UNFIT, line.itemId());
        }
        if (base.status() != SubscriptionStatus.ACTIVE) {
            throw Refusal.because(SubscriptionRefusal.BASE_NOT_ACTIVE);
        }
    }

    /** In the cycle and currency of the order, unless the line says otherwise. */
    private static NewOrderLine ofOrder(Order order, NewOrderLine line) {
        var currency = line.currency().or(() -> Optional.of(order.currency().getCode()));
        return line.billingCycle().isPresent()
                ? line.withCurrency(currency)
                : line.withBillingCycle(Optional.of(order.billingCycle())).withCurrency(currency);
    }

    /** What the contract has this operation say of lines that cannot be bought. */
    private static Refusal published(Refusal refusal, List<NewOrderLine> lines) {
        if (refusal.problems().isEmpty()) {
            return refusal;
        }
        Problem problem = refusal.problems().getFirst();
        if (!(problem.reason() instanceof OrderRefusal reason)) {
            return refusal;
        }
        return switch (reason) {
            case BASE_NOT_FOUND, PREREQUISITE_MISSING ->
                Refusal.because(ADD_ON_UNFIT, lines.getFirst().itemId());
            case QUANTITY_RANGE, ADD_ON_EXCEEDS_BASE, ATTESTATION_MISSING ->
                Refusal.because(INPUT_INVALID, problem.description());
            case OFFER_UNKNOWN, OFFER_GONE, OFFER_COUNTRY, OFFER_SEGMENT, OFFER_QUALIFICATION, OFFER_CYCLE ->
                Refusal.because(UPDATE_NOT_OFFERED, lines.getFirst().itemId());
            default -> refusal;
        };
    }
}
