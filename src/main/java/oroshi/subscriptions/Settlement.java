package oroshi.subscriptions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import oroshi.basics.Refusal;
import oroshi.customers.Customers;

/** Stores a change with everything that follows from it, inside the transaction of whoever asks. */
@Component
class Settlement {
    private final SubscriptionTable table;
    private final ChargeFactTable facts;
    private final PurchaseRoom room;
    private final SubscriptionCalendar calendar;
    private final ResellerOfRecord resellers;
    private final Customers customers;
    private final ApplicationEventPublisher events;

    Settlement(
            SubscriptionTable table,
            ChargeFactTable facts,
            PurchaseRoom room,
            SubscriptionCalendar calendar,
            ResellerOfRecord resellers,
            Customers customers,
            ApplicationEventPublisher events) {
        this.table = table;
        this.facts = facts;
        this.room = room;
        this.calendar = calendar;
        this.resellers = resellers;
        this.customers = customers;
        this.events = events;
    }

    /** The subscription as stored; refuses when somebody changed it meanwhile. */
    Subscription settle(Subscription before, Subscription after, Instant now) {
        var stored = store(before, after, now);
        share(before, after);
        if (after.status() == SubscriptionStatus.SUSPENDED && before.status() == SubscriptionStatus.ACTIVE) {
            suspendAddOns(after, now);
        }
        if (after.status() == SubscriptionStatus.DELETED) {
            room.release(before);
        }
        return stored;
    }

    /** What was changed is the subscription once the cycles that have begun are charged. */
    private Subscription store(Subscription before, Subscription after, Instant now) {
        var booking = Booking.ofChange(before, after, now, () -> facts.list(before.partnerId(), before.id()));
        if (!table.update(booking.subscription())) {
            throw Refusal.because(SubscriptionRefusal.CHANGED_MEANWHILE);
        }
        facts.insert(booking.facts());
        if (!after.nextOn().equals(before.nextOn())) {
            calendar.plan(after.partnerId(), after.nextOn());
        }
        events.publishEvent(SubscriptionChanged.between(before, after));
        return after.withVersion(after.version() + 1);
    }

    /** Whoever resells a subscription shares the customer (J3-04). */
    private void share(Subscription before, Subscription after) {
        if (!after.resellerMpnId().equals(before.resellerMpnId())) {
            after.resellerMpnId()
                    .map(mpnId -> resellers.require(after.partnerId(), mpnId, after.country()))
                    .ifPresent(reseller -> customers.share(after.partnerId(), after.customerId(), reseller.id()));
        }
    }

    /** Add-ons are of no use without their base. */
    private void suspendAddOns(Subscription base, Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        table.listAddOnsAndHold(base.partnerId(), base.id()).stream()
                .filter(addOn -> addOn.status() == SubscriptionStatus.ACTIVE)
                .forEach(addOn -> store(
                        addOn,
                        StatusMoves.suspended(CycleCharges.until(today, addOn).subscription(), today),
                        now));
    }
}
