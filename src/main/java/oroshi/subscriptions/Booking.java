package oroshi.subscriptions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import oroshi.catalog.Plan;

/**
 * What one step in the life of a subscription writes down: how it stands afterwards, and what is charged and given back
 * for it. Whoever carries the step out and whoever only asks what it would cost make it here.
 */
record Booking(Subscription subscription, List<ChargeFact> facts) {
    Booking {
        facts = List.copyOf(facts);
    }

    /** The first charge of what has been set up. */
    static Booking ofSetUp(Subscription ready, Instant now) {
        return new Booking(ready, ChargeFacts.begun(ready, ChargeReason.NEW, now));
    }

    /**
     * A change by somebody.
     *
     * @param after what was changed once the cycles that have begun were charged, which they are first
     * @param charged what was charged for it so far; asked only when all of it goes back
     */
    static Booking ofChange(Subscription before, Subscription after, Instant now, Supplier<List<ChargeFact>> charged) {
        var cycles = CycleCharges.until(LocalDate.ofInstant(now, ZoneOffset.UTC), before);
        var facts = new ArrayList<>(cycles.facts());
        if (isTakenBack(before, after, now)) {
            var all = Stream.concat(charged.get().stream(), cycles.facts().stream());
            facts.addAll(ChargeFacts.takenBack(after, all.toList(), now));
        } else {
            facts.addAll(ChargeFacts.changed(cycles.subscription(), after, now));
        }
        return new Booking(after, facts);
    }

    /** A classic subscription that is charged in another cycle from the day on. */
    static Booking ofSwitch(Subscription before, Plan plan, Instant now) {
        var cycles = CycleCharges.until(LocalDate.ofInstant(now, ZoneOffset.UTC), before);
        var charged = cycles.subscription();
        var commitment = Commitment.fromToday(plan.term(), plan.billingCycle(), now);
        var after = charged.withTerm(commitment, plan.unitPrice());
        var facts = new ArrayList<>(cycles.facts());
        facts.addAll(ChargeFacts.restarted(charged, after, ChargeReason.CHANGE_CYCLE, now));
        return new Booking(after, facts);
    }

    /** Whether it is cancelled while everything is paid back. */
    private static boolean isTakenBack(Subscription before, Subscription after, Instant now) {
        return after.status() == SubscriptionStatus.DELETED
                && CancellationWindow.of(before).stream()
                        .flatMap(window -> window.refunds(now).stream())
                        .anyMatch(CancellationWindow.Refund::full);
    }

    /** What happens by itself on the day on which something happens next: a further cycle, or the end of the term. */
    static Booking ofNextDay(Subscription due, Renewals renewals) {
        if (due.isCycleDue()) {
            var day = due.cycleOn().orElseThrow();
            return new Booking(due.chargedFor(day), ChargeFacts.cycle(due, day));
        }
        var after = renewals.after(due);
        return new Booking(after, after.status() == SubscriptionStatus.ACTIVE ? renewed(due, after) : List.of());
    }

    private static List<ChargeFact> renewed(Subscription before, Subscription after) {
        var reason = before.item().isTrial() ? ChargeReason.CONVERT : ChargeReason.RENEW;
        return ChargeFacts.begun(after, reason, after.commitment().startedAt());
    }
}
