package oroshi.subscriptions;

import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import oroshi.basics.Refusal;
import oroshi.catalog.Plan;

/**
 * Charges a classic subscription in another cycle: what is left of the old one is given back, and a new term begins on
 * the day, at the price of the day and without promotion.
 */
@Component
class CycleSwitch {
    private final SubscriptionTable table;
    private final ChargeFactTable facts;
    private final SubscriptionCalendar calendar;
    private final ApplicationEventPublisher events;

    CycleSwitch(
            SubscriptionTable table,
            ChargeFactTable facts,
            SubscriptionCalendar calendar,
            ApplicationEventPublisher events) {
        this.table = table;
        this.facts = facts;
        this.calendar = calendar;
        this.events = events;
    }

    /** Refuses when somebody changed the subscription meanwhile. */
    void to(Plan plan, Subscription before, Instant now) {
        var booking = Booking.ofSwitch(before, plan, now);
        var after = booking.subscription();
        if (!table.update(after)) {
            throw Refusal.because(SubscriptionRefusal.CHANGED_MEANWHILE);
        }
        facts.insert(booking.facts());
        calendar.plan(after.partnerId(), after.nextOn());
        events.publishEvent(SubscriptionChanged.between(before, after));
    }
}
