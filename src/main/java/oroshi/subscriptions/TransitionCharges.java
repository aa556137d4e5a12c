package oroshi.subscriptions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import oroshi.basics.Ids;

/**
 * What an upgrade gives back and charges: the old product for the rest of its cycle, the new one for the same days. It
 * stores nothing, so that a preview can ask it as well.
 */
final class TransitionCharges {
    private final UUID referenceId = Ids.next();
    private final Instant now;

    private TransitionCharges(Instant now) {
        this.now = now;
    }

    /** A subscription becomes another product, in its running term or with a new one. */
    static List<ChargeFact> converted(Subscription before, Subscription after, Instant now) {
        var charges = new TransitionCharges(now);
        return charges.both(before, before.quantity(), after);
    }

    /** Some seats become a subscription of their own. */
    static List<ChargeFact> split(Subscription before, Subscription created, Instant now) {
        var charges = new TransitionCharges(now);
        return charges.both(before, created.quantity(), created);
    }

    /** Seats go into a subscription that was there: both are given back and charged anew. */
    static List<ChargeFact> joined(
            Subscription before, Subscription after, Subscription targetBefore, Subscription target, Instant now) {
        var charges = new TransitionCharges(now);
        return Stream.of(
                        charges.line(before, -before.quantity()),
                        charges.line(before, ChargeFacts.charged(after)),
                        charges.line(targetBefore, -targetBefore.quantity()),
                        charges.line(target, target.quantity()))
                .flatMap(List::stream)
                .toList();
    }

    private List<ChargeFact> both(Subscription before, int gone, Subscription after) {
        return Stream.concat(
                        fact(before, ChargeReason.CONVERT, -gone).stream(),
                        fact(after, ChargeReason.CONVERT, after.quantity()).stream())
                .toList();
    }

    private List<ChargeFact> line(Subscription subscription, int quantity) {
        return fact(subscription, ChargeReason.MOVE_QUANTITY, quantity);
    }

    /** Nothing for what costs nothing, as trials do. */
    private List<ChargeFact> fact(Subscription subscription, ChargeReason reason, int quantity) {
        if (quantity == 0 || subscription.unitPrice().isZero()) {
            return List.of();
        }
        var commitment = subscription.commitment();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var cycle = commitment.cycleAround(today);
        var first = cycle.map(commitment::firstDayOf).orElse(today);
        var line = new ChargeFacts.Line(subscription, reason, referenceId, cycle, now);
        return List.of(line.of(quantity, today.isBefore(first) ? first : today));
    }
}
