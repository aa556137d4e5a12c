package oroshi.subscriptions;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;
import oroshi.clock.Clocks;
import oroshi.clock.LookCalendar;
import oroshi.database.Jobs;

/** Remembers when the renewal run has to look at a partner: on the days on which one of its subscriptions is due. */
@Component
class SubscriptionCalendar extends LookCalendar {
    SubscriptionCalendar(Jobs jobs, Clocks clocks) {
        super(RenewalRun.JOB, jobs, clocks);
    }

    /** Asks for a look on the day, by the partner's clock; never, while that stands still before the day. */
    void plan(PartnerId partnerId, Optional<LocalDate> day) {
        planAt(partnerId, day.map(date -> date.atStartOfDay().toInstant(ZoneOffset.UTC)));
    }
}
