package oroshi.sandbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.clock.Clocks;
import oroshi.clock.DueWork;
import oroshi.database.JobSettings;
import oroshi.database.Jobs;
import oroshi.database.PartnerScope;

/**
 * Takes clocks to where they were asked to go. It stops at every moment at which something falls due, has it done at that
 * moment and notes that; whoever comes after a crash goes on behind the last note. What was done without being noted is
 * asked for again, finds nothing to do, and so happens once.
 */
@Component
class AdvanceRun {
    static final String JOB = "advance-clocks";

    private static final Logger LOG = LoggerFactory.getLogger(AdvanceRun.class);
    private static final int MOST_PARTNERS = 1_000;

    /** A node that has not come further for so long is taken for dead, and another one goes on. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int MOST_TRIES = 5;

    /** Work that is still due after so many rounds at one moment will never be done. */
    private static final int MOST_ROUNDS = 50;

    private final AdvanceTable table;
    private final TestClockTable testClocks;
    private final List<DueWork> works;
    private final Clocks clocks;
    private final Jobs jobs;
    private final Awaited awaited;
    private final TransactionTemplate transactions;

    AdvanceRun(
            AdvanceTable table,
            TestClockTable testClocks,
            List<DueWork> works,
            Clocks clocks,
            Jobs jobs,
            Awaited awaited,
            TransactionTemplate transactions) {
        this.table = table;
        this.testClocks = testClocks;
        this.works = List.copyOf(works);
        this.clocks = clocks;
        this.jobs = jobs;
        this.awaited = awaited;
        this.transactions = transactions;
    }

    /** Goes on with what a node left behind that is gone. */
    void goOn() {
        jobs.partners(JOB, MOST_PARTNERS).forEach(this::start);
    }

    /** Moves the partner's clock on in the background. */
    void start(PartnerId partnerId) {
        Thread.ofVirtual().name("clock of " + partnerId).start(() -> PartnerScope.run(partnerId, () -> run(partnerId)));
    }

    private void run(PartnerId partnerId) {
        var holder = Ids.next();
        try {
            var rounds = 0;
            for (var step = tried(partnerId, holder); step != Step.OVER; step = tried(partnerId, holder)) {
                rounds = step == Step.FURTHER ? 0 : rounds + 1;
                if (rounds > MOST_ROUNDS) {
                    throw new IllegalStateException("Something stays due however often it is done");
                }
            }
        } catch (RuntimeException broken) {
            LOG.error("The clock of partner {} stops on its way", partnerId, broken);
            end(partnerId, holder, Advance.State.FAILED);
        } finally {
            awaited.tell(partnerId);
        }
    }

    /** Two at once may stand in one another's way, in which case the database sends one of them back. */
    private Step tried(PartnerId partnerId, UUID holder) {
        for (var left = MOST_TRIES; left > 1; left--) {
            try {
                return step(partnerId, holder);
            } catch (TransientDataAccessException collision) {
                LOG.info("A step of the clock of partner {} is tried again", partnerId, collision);
            }
        }
        return step(partnerId, holder);
    }

    /** What one step came to. */
    enum Step {
        /** The clock went on. */
        FURTHER,
        /** The clock stood where something was due. */
        AGAIN,
        /** There is nothing left to do, or somebody else does it. */
        OVER
    }

    /** Goes to the next moment at which something is due and has it done; the whole way is a number of these. */
    Step step(PartnerId partnerId, UUID holder) {
        var held = hold(partnerId, holder);
        if (held.isEmpty()) {
            return Step.OVER;
        }
        var advance = held.get();
        var due = due(advance);
        var next = due.stream().map(Due::at).min(Comparator.naturalOrder());
        if (next.isEmpty()) {
            end(partnerId, holder, Advance.State.DONE);
            return Step.OVER;
        }
        var moment = notBefore(clocks.reread(partnerId).instant(), notBefore(advance.reached(), next.get()));
        carryOut(advance, moment, due);
        return moment.isAfter(advance.reached()) ? Step.FURTHER : Step.AGAIN;
    }

    /** The clock never goes back, also to what came due late. */
    private static Instant notBefore(Instant earliest, Instant moment) {
        return moment.isBefore(earliest) ? earliest : moment;
    }

    private Optional<Advance> hold(PartnerId partnerId, UUID holder) {
        var held = transactions.execute(transaction -> table.hold(partnerId, holder, PATIENCE));
        return held == null ? Optional.empty() : held;
    }

    /** What falls due before the end of the way, and first when. */
    private List<Due> due(Advance advance) {
        return works.stream()
                .flatMap(work -> work.nextDue(advance.partnerId(), advance.reached()).stream()
                        .map(at -> new Due(work, at)))
                .filter(due -> !due.at().isAfter(advance.target()))
                .toList();
    }

    private void carryOut(Advance advance, Instant moment, List<Due> all) {
        var partnerId = advance.partnerId();
        clocks.passTo(partnerId, moment);
        var steps = new ArrayList<AdvanceStep>();
        for (var due : all) {
            if (!due.at().isAfter(moment)) {
                clocks.reread(partnerId);
                var done = due.work().runDue(partnerId);
                if (done > 0) {
                    var number = advance.steps() + steps.size() + 1;
                    steps.add(new AdvanceStep(
                            advance.id(), number, due.at(), due.work().name(), done));
                }
            }
        }
        transactions.executeWithoutResult(transaction -> table.reach(advance, moment, steps));
    }

    /** Lets the clock go its way again, from the end of the way or from where something broke off. */
    private void end(PartnerId partnerId, UUID holder, Advance.State state) {
        transactions.executeWithoutResult(transaction -> table.hold(partnerId, holder, PATIENCE)
                .filter(advance -> table.end(advance, state))
                .ifPresent(advance -> settle(advance, state)));
    }

    private void settle(Advance advance, Advance.State state) {
        var partnerId = advance.partnerId();
        var isRunning = testClocks
                .find(partnerId)
                .filter(clock -> clock.mode() == ClockMode.RUNNING)
                .isPresent();
        if (state == Advance.State.DONE && isRunning) {
            clocks.moveTo(partnerId, advance.target());
        } else if (state == Advance.State.DONE) {
            clocks.stopAt(partnerId, advance.target());
        }
        jobs.end(JOB, partnerId, advance.id());
    }

    /** Something to do and when. */
    private record Due(DueWork work, Instant at) {}

    @Configuration(proxyBeanMethods = false)
    static class Schedule {
        @Bean
        RecurringTask<Void> advanceClocks(AdvanceRun run, JobSettings settings) {
            return Tasks.recurring(JOB, FixedDelay.of(settings.pause())).execute((instance, context) -> run.goOn());
        }
    }
}
