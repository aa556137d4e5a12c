package oroshi.subscriptions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;
import oroshi.basics.CustomerId;
import oroshi.basics.OrderId;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.ItemKind;
import oroshi.catalog.Term;

/**
 * What an order leaves behind to run: a line that was checked and priced.
 *
 * @param renewsTo the term that follows the first one, where it is another
 * @param lastDay the day on which the first term ends when that is earlier than its full length
 */
public record NewSubscription(
        SubscriptionId id,
        CustomerId customerId,
        OrderId orderId,
        String orderNumber,
        String country,
        SubscribedItem item,
        String friendlyName,
        int quantity,
        Term term,
        BillingCycle billingCycle,
        Money unitPrice,
        Optional<SubscriptionId> parent,
        Optional<String> resellerMpnId,
        Optional<String> promotionId,
        Optional<LocalDate> lastDay,
        Optional<Term> renewsTo,
        Optional<Benefit> benefit) {
    Subscription begin(PartnerId partnerId, Instant now) {
        var commitment = commitment(now);
        return new Subscription(
                id,
                partnerId,
                customerId,
                orderId,
                orderNumber,
                country,
                item,
                friendlyName,
                quantity,
                commitment,
                unitPrice,
                parent,
                resellerMpnId,
                false,
                promotionId,
                renewsTo.filter(next -> !next.equals(term)),
                Upcoming.NOTHING,
                benefit,
                item.returnsSeats() ? SeatBatches.of(quantity, now) : SeatBatches.NONE,
                new Standing(
                        SubscriptionStatus.SETTING_UP,
                        renewsItself(),
                        commitment.nextTermOn(),
                        commitment.cycleAfter(commitment.startsOn())),
                Optional.empty(),
                now,
                1);
    }

    private Commitment commitment(Instant now) {
        // A classic term that is taken over has begun long since; only a new one waits for the first of a month.
        var full = item.isLegacy() && !item.isTrial() && item.kind() == ItemKind.LICENSE && lastDay.isEmpty()
                ? Commitment.classic(term, billingCycle, now)
                : Commitment.fromToday(term, billingCycle, now);
        return lastDay.map(full::until).orElse(full);
    }

    /** Classic trials end, trials of new commerce turn into what they are the trial of; benefits are bought anew. */
    private boolean renewsItself() {
        return switch (item.kind()) {
            case RESERVATION, SAVINGS_PLAN -> false;
            case LICENSE, USAGE, SOFTWARE, MARKETPLACE -> !(item.isLegacy() && item.isTrial());
        };
    }
}
