package oroshi.orders;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import oroshi.basics.CustomerId;
import oroshi.basics.OrderId;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;

/**
 * Something a partner has bought for a customer. All its lines are charged in one cycle.
 *
 * @param number what people and the wire call it: twelve digits of its id, or the whole id for classic offers
 * @param group what its lines have in common: purchase system and billing cycle
 * @param country the customer's country, in which it was bought
 * @param placedBy the person or application that ordered
 * @param version how often it was changed, and one
 * @param customerUser sign-in name of the customer's user who bought through the partner's own shop
 */
public record Order(
        OrderId id,
        String number,
        PartnerId partnerId,
        CustomerId customerId,
        String group,
        BillingCycle billingCycle,
        CurrencyUnit currency,
        String country,
        boolean isLegacy,
        List<OrderLine> lines,
        Instant placedAt,
        String placedBy,
        Optional<String> customerUser,
        OrderStatus status,
        long version) {
    public Order {
        lines = List.copyOf(lines);
    }

    /** The price of all lines over their terms. */
    public Money total() {
        return lines.stream().map(OrderLine::total).reduce(Money.zero(currency), Money::plus);
    }

    /** The price of all lines at each charge. */
    public Money charge() {
        return lines.stream().map(OrderLine::charge).reduce(Money.zero(currency), Money::plus);
    }

    /** The order with other lines, and the status as stored. */
    Order withLines(List<OrderLine> others) {
        return with(others, billingCycle, status, version);
    }

    /** The order with lines that have come further, and with the status that follows from them. */
    Order advanced(List<OrderLine> others) {
        return with(others, billingCycle, OrderStatus.of(others), version);
    }

    /** The order as somebody changed it: with these lines, in this cycle. */
    Order changed(List<OrderLine> others, BillingCycle cycle) {
        return with(others, cycle, OrderStatus.of(others), version + 1);
    }

    private Order with(List<OrderLine> newLines, BillingCycle newCycle, OrderStatus newStatus, long newVersion) {
        return new Order(
                id,
                number,
                partnerId,
                customerId,
                group,
                newCycle,
                currency,
                country,
                isLegacy,
                newLines,
                placedAt,
                placedBy,
                customerUser,
                newStatus,
                newVersion);
    }

    /** The order once its papers are there; the same when it waits for none. */
    Order inReview() {
        return changed(
                lines.stream()
                        .map(line -> line.state() == LineState.WAITING_FOR_PAPERS
                                ? line.withState(LineState.IN_REVIEW)
                                : line)
                        .toList(),
                billingCycle);
    }

    /** The line that the subscription came of. */
    Optional<OrderLine> lineOf(SubscriptionId subscription) {
        return lines.stream()
                .filter(line -> line.subscriptionId().equals(Optional.of(subscription)))
                .findFirst();
    }
}
