package oroshi.subscriptions;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.clock.ClockMoved;
import oroshi.clock.Clocks;
import oroshi.database.Jobs;

/**
 * Remembers when the renewal run has to look at a partner: on the days on which one of its subscriptions is due, and
 * whenever its clock was moved. A look too many does no harm.
 */
@Component
class SubscriptionCalendar {
    private static final int MOST = 1_000;

    private final Jobs jobs;
    private final Clocks clocks;

    SubscriptionCalendar(Jobs jobs, Clocks clocks) {
        this.jobs = jobs;
        this.clocks = clocks;
    }

    /** Asks for a look on the day, by the partner's clock; never, while that stands still before the day. */
    void plan(PartnerId partnerId, Optional<LocalDate> day) {
        day.map(date -> date.atStartOfDay().toInstant(ZoneOffset.UTC))
                .flatMap(midnight -> clocks.realTimeOf(partnerId, midnight))
                .ifPresent(moment -> jobs.addAt(RenewalRun.JOB, partnerId, moment));
    }

    /** Asks for a look at once. Each request is one of its own, so that none gets lost in one that is being served. */
    void planNow(PartnerId partnerId) {
        jobs.add(RenewalRun.JOB, partnerId, List.of(Ids.next()));
    }

    /** Takes the requests whose time has come. */
    void take(PartnerId partnerId) {
        jobs.take(RenewalRun.JOB, partnerId, MOST);
    }

    @EventListener
    void on(ClockMoved moved) {
        planNow(moved.partnerId());
    }
}
