package oroshi.subscriptions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import oroshi.basics.Ids;

/** What the life of a subscription means for what is charged: nothing is netted, the old is given back in full. */
final class ChargeFacts {
    /** So long after a classic term began, its whole period is given back or charged again (J9-14, J9-15). */
    private static final int CLASSIC_GRACE_DAYS = 30;

    private ChargeFacts() {}

    /** The first charge of a term. */
    static List<ChargeFact> begun(Subscription subscription, ChargeReason reason, Instant now) {
        var cycle =
                subscription.commitment().cycleAround(subscription.commitment().startsOn());
        var line = new Line(subscription, reason, Ids.next(), cycle, now);
        return List.of(line.of(subscription.quantity(), firstDay(subscription, cycle)));
    }

    private static LocalDate firstDay(Subscription subscription, Optional<ChargeCycle> cycle) {
        return cycle.map(subscription.commitment()::firstDayOf)
                .orElse(subscription.commitment().startsOn());
    }

    /**
     * The charge of the cycle that begins on the day, in the way in which it is paid for; nothing for what rests
     * meanwhile.
     */
    static List<ChargeFact> cycle(Subscription before, LocalDate day) {
        var charged = charged(before);
        if (charged == 0) {
            return List.of();
        }
        var paid = before.atNextCharge();
        var isChanged = before.upcoming().nextCharge().isPresent();
        var cycle = paid.commitment().cycleAround(day);
        var line = new Line(
                paid,
                isChanged ? ChargeReason.CHANGE_BILLING_PLAN : ChargeReason.CYCLE,
                Ids.next(),
                cycle,
                day.atStartOfDay().toInstant(ZoneOffset.UTC));
        return List.of(
                isChanged
                        ? line.of(charged, day, line.restOfCycle(charged, before.commitment(), day))
                        : line.of(charged, day));
    }

    /** What a change inside the term gives back and charges; nothing when as much is charged as before. */
    static List<ChargeFact> changed(Subscription before, Subscription after, Instant now) {
        if (!before.commitment().startedAt().equals(after.commitment().startedAt())) {
            return restarted(before, after, ChargeReason.CHANGE_TERM, now);
        }
        if (charged(before) == charged(after)) {
            return List.of();
        }
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var cycle = after.commitment().cycleAround(today);
        var reason = reason(before, after);
        var from = from(before, reason, cycle, now);
        var line = new Line(after, reason, Ids.next(), cycle, now);
        var facts = new ArrayList<ChargeFact>();
        if (charged(before) > 0) {
            facts.add(line.of(-charged(before), from));
        }
        if (charged(after) > 0) {
            facts.add(line.of(charged(after), from));
        }
        return facts;
    }

    /** What is left of the old cycle is given back, and the first one of the new term charged. */
    static List<ChargeFact> restarted(Subscription before, Subscription after, ChargeReason reason, Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var referenceId = Ids.next();
        var old = before.commitment().cycleAround(today);
        var first = old.map(before.commitment()::firstDayOf).orElse(today);
        var begun = after.commitment().cycleAround(after.commitment().startsOn());
        var back = new Line(before, reason, referenceId, old, now);
        var more = new Line(after, reason, referenceId, begun, now);
        return List.of(
                back.of(-charged(before), today.isBefore(first) ? first : today),
                more.of(charged(after), firstDay(after, begun)));
    }

    /** All that was charged in the term goes back, to the last coin: the licences that came and went meanwhile too. */
    static List<ChargeFact> takenBack(Subscription after, List<ChargeFact> charged, Instant now) {
        var reference = Ids.next();
        var sums = new LinkedHashMap<List<Object>, ChargeFact>();
        charged.stream()
                .filter(fact -> fact.termStartsOn().equals(after.commitment().startsOn()))
                .forEach(fact -> sums.merge(List.of(fact.from(), fact.unitPrice()), fact, ChargeFact::plus));
        return sums.values().stream()
                .filter(sum -> sum.quantity() != 0 || !sum.amount().isZero())
                .map(sum -> sum.takenBack(reference, after.chargedReseller(), now))
                .toList();
    }

    /** How many units are charged: a classic subscription rests while it is suspended, one of new commerce does not. */
    static int charged(Subscription subscription) {
        return switch (subscription.status()) {
            case ACTIVE -> subscription.quantity();
            case SUSPENDED -> subscription.item().isLegacy() ? 0 : subscription.quantity();
            case SETTING_UP, SET_UP_FAILED, PENDING, EXPIRED, DISABLED, DELETED -> 0;
        };
    }

    private static ChargeReason reason(Subscription before, Subscription after) {
        return switch (after.status()) {
            case DELETED -> ChargeReason.CANCEL;
            case SUSPENDED -> ChargeReason.SUSPEND;
            default -> {
                if (before.status() == SubscriptionStatus.SUSPENDED) {
                    yield ChargeReason.REACTIVATE;
                }
                yield after.quantity() > before.quantity() ? ChargeReason.ADD_QUANTITY : ChargeReason.REMOVE_QUANTITY;
            }
        };
    }

    /** The first day that is given back or charged. */
    private static LocalDate from(Subscription before, ChargeReason reason, Optional<ChargeCycle> cycle, Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var first = cycle.map(before.commitment()::firstDayOf).orElse(today);
        return wholePeriod(before, reason, today) || today.isBefore(first) ? first : today;
    }

    private static boolean wholePeriod(Subscription before, ChargeReason reason, LocalDate today) {
        var commitment = before.commitment();
        return switch (reason) {
            case SUSPEND, REACTIVATE -> ChronoUnit.DAYS.between(commitment.startsOn(), today) < CLASSIC_GRACE_DAYS;
            case CANCEL,
                    NEW,
                    RENEW,
                    CYCLE,
                    CHANGE_BILLING_PLAN,
                    CHANGE_TERM,
                    ADD_QUANTITY,
                    REMOVE_QUANTITY,
                    CHANGE_CYCLE,
                    CONVERT,
                    MOVE_QUANTITY -> false;
        };
    }

    /** What the facts of one change have in common. */
    record Line(
            Subscription subscription,
            ChargeReason reason,
            UUID referenceId,
            Optional<ChargeCycle> cycle,
            Instant now) {
        ChargeFact of(int quantity, LocalDate from) {
            var price = subscription.unitPrice();
            return of(
                    quantity,
                    from,
                    cycle.map(days -> new Proration(price, days.days(), days.daysFrom(from))
                                    .of(quantity, subscription.item().isLegacy()))
                            .orElse(price.multipliedBy(quantity)));
        }

        /** Who pays another way inside a cycle pays for those of the cycles as they were that are left of it. */
        Money restOfCycle(int quantity, Commitment before, LocalDate from) {
            var to = cycle.orElseThrow().to();
            var left = 0;
            var day = from;
            while (!day.isAfter(to)) {
                left++;
                day = before.cycleAround(day).orElseThrow().to().plusDays(1);
            }
            var all = Math.max(
                    left,
                    subscription.commitment().billingCycle().months()
                            / before.billingCycle().months());
            return new Proration(subscription.unitPrice(), all, left).of(quantity, false);
        }

        ChargeFact of(int quantity, LocalDate from, Money amount) {
            return new ChargeFact(
                    subscription.partnerId(),
                    Ids.next(),
                    subscription.id(),
                    subscription.customerId(),
                    reason,
                    referenceId,
                    quantity,
                    from,
                    cycle.map(ChargeCycle::to),
                    cycle.map(ChargeCycle::days).orElse(0),
                    subscription.unitPrice(),
                    amount,
                    subscription.commitment().startsOn(),
                    subscription.chargedReseller(),
                    now);
        }
    }
}
