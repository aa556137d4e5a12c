package oroshi.clock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.database.Jobs;

/**
 * Remembers when a job has to look at a partner: at the moments at which something of the partner is due, and whenever
 * its clock was moved. A look too many does no harm.
 */
public abstract class LookCalendar {
    private static final int MOST = 1_000;

    private final String job;
    private final Jobs jobs;
    private final Clocks clocks;

    protected LookCalendar(String job, Jobs jobs, Clocks clocks) {
        this.job = job;
        this.jobs = jobs;
        this.clocks = clocks;
    }

    /** Asks for a look at the moment, by the partner's clock; never, while that stands still before it. */
    public void planAt(PartnerId partnerId, Optional<Instant> moment) {
        moment.flatMap(due -> clocks.realTimeOf(partnerId, due)).ifPresent(real -> jobs.addAt(job, partnerId, real));
    }

    /** Asks for a look at once. Each request is one of its own, so that none gets lost in one that is being served. */
    public void planNow(PartnerId partnerId) {
        jobs.add(job, partnerId, List.of(Ids.next()));
    }

    /** Takes the requests whose time has come. */
    public void take(PartnerId partnerId) {
        jobs.take(job, partnerId, MOST);
    }

    @EventListener
    public void on(ClockMoved moved) {
        planNow(moved.partnerId());
    }
}
