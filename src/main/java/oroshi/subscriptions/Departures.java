package oroshi.subscriptions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.clock.Clocks;

/**
 * Subscriptions that go on as others: a classic one in new commerce, or any with another partner. From the day on which
 * one leaves it is not charged any more, and what was charged for the rest of its cycle is given back.
 */
@Service
public class Departures {
    private final DepartureTable departures;
    private final SubscriptionTable table;
    private final ChargeFactTable facts;
    private final SubscriptionCalendar calendar;
    private final PurchaseRoom room;
    private final Clocks clocks;
    private final ApplicationEventPublisher events;

    Departures(
            DepartureTable departures,
            SubscriptionTable table,
            ChargeFactTable facts,
            SubscriptionCalendar calendar,
            PurchaseRoom room,
            Clocks clocks,
            ApplicationEventPublisher events) {
        this.departures = departures;
        this.table = table;
        this.facts = facts;
        this.calendar = calendar;
        this.room = room;
        this.clocks = clocks;
        this.events = events;
    }

    /** Whether the subscription is on its way, or went already. */
    @Transactional(readOnly = true)
    public boolean isAway(PartnerId partnerId, SubscriptionId id) {
        return departures.exists(partnerId, id);
    }

    /** What the customer's subscriptions were before, by what they are now. */
    @Transactional(readOnly = true)
    public Map<SubscriptionId, SubscriptionId> predecessors(PartnerId partnerId, CustomerId customerId) {
        return departures.listArrived(partnerId, customerId);
    }

    /** Until the transaction is over, nobody else changes the subscriptions: neither a client nor the renewal run. */
    @Transactional
    public void hold(PartnerId partnerId, CustomerId customerId, Collection<SubscriptionId> ids) {
        table.hold(partnerId, customerId, ids);
    }

    /** Suspends a classic subscription on its way to new commerce; false when it is, or went, already. */
    @Transactional
    public boolean suspend(Subscription leaving) {
        var today = LocalDate.ofInstant(now(leaving.partnerId()), ZoneOffset.UTC);
        return held(leaving)
                .map(present -> leave(present, StatusMoves.suspended(present, today), ChargeReason.SUSPEND))
                .orElse(false);
    }

    /** Ends a subscription that another partner takes over; false when it is on its way already. */
    @Transactional
    public boolean end(Subscription leaving) {
        var left = held(leaving)
                .map(present -> leave(present, ended(present), ChargeReason.CANCEL))
                .orElse(false);
        if (left) {
            room.release(leaving);
        }
        return left;
    }

    /** Notes what became of a subscription that left. */
    @Transactional
    public void arrive(PartnerId partnerId, SubscriptionId id, SubscriptionId successor) {
        departures.arrive(partnerId, id, successor);
    }

    /** Lets a suspended subscription go on as if it had never left; the days in between are not charged. */
    @Transactional
    public void comeBack(PartnerId partnerId, CustomerId customerId, SubscriptionId id) {
        var before = table.findAndHold(partnerId, customerId, id).orElseThrow();
        departures.delete(partnerId, id);
        if (before.status() != SubscriptionStatus.SUSPENDED) {
            return;
        }
        var after = before.with(before.standing()
                .at(SubscriptionStatus.ACTIVE, before.commitment().nextTermOn()));
        store(before, after, after, ChargeReason.REACTIVATE, after.quantity());
    }

    private static Subscription ended(Subscription present) {
        var standing = present.standing().at(SubscriptionStatus.DELETED, Optional.empty());
        return present.with(standing.renewing(false));
    }

    /** As it stands now, while the charges of a cycle may just be on their way; empty when it does not run any more. */
    private Optional<Subscription> held(Subscription leaving) {
        return table.findAndHold(leaving.partnerId(), leaving.customerId(), leaving.id())
                .filter(present -> present.status() == SubscriptionStatus.ACTIVE);
    }

    private boolean leave(Subscription before, Subscription after, ChargeReason reason) {
        if (!departures.insert(before.partnerId(), before.customerId(), before.id(), now(before.partnerId()))) {
            return false;
        }
        store(before, after, before, reason, -ChargeFacts.charged(before));
        return true;
    }

    private void store(Subscription before, Subscription after, Subscription priced, ChargeReason reason, int units) {
        var now = now(before.partnerId());
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var cycles = CycleCharges.until(today, before);
        var booked = new ArrayList<>(cycles.facts());
        booked.addAll(rest(priced, reason, units, today, now));
        var changed = after.with(after.standing().charging(cycles.subscription().cycleOn()));
        if (!table.update(changed)) {
            throw Refusal.because(SubscriptionRefusal.CHANGED_MEANWHILE);
        }
        facts.insert(booked);
        calendar.plan(after.partnerId(), after.dueOn());
        events.publishEvent(SubscriptionChanged.between(before, after));
    }

    /** So many units for what is left of the cycle, that of the day included: given back, or charged again. */
    private static List<ChargeFact> rest(
            Subscription subscription, ChargeReason reason, int units, LocalDate today, Instant now) {
        var commitment = subscription.commitment();
        var isOver = commitment.lastDay().filter(last -> last.isBefore(today)).isPresent();
        return units == 0 || isOver
                ? List.of()
                : commitment
                        .cycleAround(today)
                        .map(cycle -> rest(subscription, reason, units, cycle, today, now))
                        .map(List::of)
                        .orElse(List.of());
    }

    private static ChargeFact rest(
            Subscription subscription,
            ChargeReason reason,
            int units,
            ChargeCycle cycle,
            LocalDate today,
            Instant now) {
        var first = subscription.commitment().firstDayOf(cycle);
        var from = today.isBefore(first) ? first : today;
        var price = subscription.unitPrice();
        return new ChargeFact(
                subscription.partnerId(),
                Ids.next(),
                subscription.id(),
                subscription.customerId(),
                reason,
                Ids.next(),
                units,
                from,
                Optional.of(cycle.to()),
                cycle.days(),
                price,
                new Proration(price, cycle.days(), cycle.daysFrom(from))
                        .of(units, subscription.item().isLegacy()),
                subscription.commitment().startsOn(),
                subscription.chargedReseller(),
                now);
    }

    private Instant now(PartnerId partnerId) {
        return clocks.of(partnerId).instant().truncatedTo(ChronoUnit.MICROS);
    }
}
