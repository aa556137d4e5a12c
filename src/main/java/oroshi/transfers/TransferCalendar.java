package oroshi.transfers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.clock.ClockMoved;
import oroshi.clock.Clocks;
import oroshi.database.Jobs;

/** Remembers when the transfers that a partner loses have to be looked at, also after its clock was moved. */
@Component
class TransferCalendar {
    private static final int MOST = 1_000;

    private final Jobs jobs;
    private final Clocks clocks;

    TransferCalendar(Jobs jobs, Clocks clocks) {
        this.jobs = jobs;
        this.clocks = clocks;
    }

    /** Asks for a look at the moment, by the partner's clock; never, while that stands still before it. */
    void plan(PartnerId partnerId, Optional<Instant> moment) {
        moment.flatMap(due -> clocks.realTimeOf(partnerId, due))
                .ifPresent(real -> jobs.addAt(TransferRun.JOB, partnerId, real));
    }

    /** Asks for a look at once. */
    void planNow(PartnerId partnerId) {
        jobs.add(TransferRun.JOB, partnerId, List.of(Ids.next()));
    }

    /** Takes the requests whose time has come. */
    void take(PartnerId partnerId) {
        jobs.take(TransferRun.JOB, partnerId, MOST);
    }

    @EventListener
    void on(ClockMoved moved) {
        planNow(moved.partnerId());
    }
}
