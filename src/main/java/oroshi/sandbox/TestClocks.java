package oroshi.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.clock.Clocks;
import oroshi.database.Jobs;
import oroshi.partners.Partner;
import oroshi.partners.Partners;
import oroshi.rest.PageRequest;
import oroshi.rest.Slice;

/** The clocks of the sandbox partners, one for each: the only way into this module. */
@Service
public class TestClocks {
    static final int MOST_YEARS = 10;

    private final TestClockTable table;
    private final AdvanceTable advances;
    private final AdvanceRun run;
    private final Partners partners;
    private final Clocks clocks;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;
    private final Clock real = Clock.systemUTC();

    TestClocks(
            TestClockTable table,
            AdvanceTable advances,
            AdvanceRun run,
            Partners partners,
            Clocks clocks,
            Jobs jobs,
            ApplicationEventPublisher events) {
        this.table = table;
        this.advances = advances;
        this.run = run;
        this.partners = partners;
        this.clocks = clocks;
        this.jobs = jobs;
        this.events = events;
    }

    /** Whether the partner may have a clock of its own. */
    public boolean isFor(PartnerId partnerId) {
        return partners.find(partnerId).filter(Partner::sandbox).isPresent();
    }

    /** Gives the partner a clock that shows the time that it is; refuses a second one, and partners with real business. */
    @Transactional
    public TestClock create(PartnerId partnerId, ClockMode mode) {
        requireSandbox(partnerId);
        if (!table.insert(partnerId, mode, real.instant())) {
            throw Refusal.because(ClockRefusal.EXISTS);
        }
        var now = now(partnerId);
        if (mode == ClockMode.STOPPED) {
            clocks.stopAt(partnerId, now);
        }
        events.publishEvent(new ClockChanged(partnerId, ClockChanged.Change.CREATED, now, now));
        return get(partnerId);
    }

    /** The partner's clock; empty while it has none. */
    @Transactional(readOnly = true)
    public Optional<TestClock> find(PartnerId partnerId) {
        return table.find(partnerId).map(row -> {
            // Before the time: of an advance that has ended nobody may read a time that lies on its way.
            var latest = advances.findLatest(partnerId);
            return new TestClock(partnerId, row.mode(), clocks.reread(partnerId).instant(), row.createdAt(), latest);
        });
    }

    /** As {@link #find}, but refuses while there is none, and partners with real business. */
    @Transactional(readOnly = true)
    public TestClock get(PartnerId partnerId) {
        requireSandbox(partnerId);
        return find(partnerId).orElseThrow(() -> Refusal.because(ClockRefusal.UNKNOWN));
    }

    /**
     * Moves the clock on. It stands still from now on and passes through everything that falls due on its way, in the
     * background; refuses a way back, one that is too long, and a second one before the first has ended.
     */
    @Transactional
    public TestClock advance(PartnerId partnerId, Leap leap, String askedBy) {
        lock(partnerId);
        var now = now(partnerId);
        var advance = new Advance(
                partnerId,
                Ids.next(),
                now,
                target(leap, now),
                now,
                Advance.State.ADVANCING,
                0,
                askedBy,
                real.instant(),
                Optional.empty());
        if (!advances.insert(advance)) {
            throw Refusal.because(ClockRefusal.ADVANCING);
        }
        clocks.passTo(partnerId, now);
        jobs.add(AdvanceRun.JOB, partnerId, List.of(advance.id()));
        events.publishEvent(new ClockChanged(partnerId, ClockChanged.Change.ADVANCED, now, advance.target()));
        startAfterCommit(partnerId);
        return get(partnerId);
    }

    /** What was done on the way, of all advances. */
    @Transactional(readOnly = true)
    public Slice<AdvanceStep> steps(PartnerId partnerId, PageRequest page) {
        get(partnerId);
        return Slice.cut(page, advances.listSteps(partnerId, page));
    }

    /** Gives the clock up: the partner lives in real time again. Refuses while that would lead back. */
    @Transactional
    public void delete(PartnerId partnerId) {
        lock(partnerId);
        if (get(partnerId).isAdvancing()) {
            throw Refusal.because(ClockRefusal.ADVANCING);
        }
        var now = now(partnerId);
        var present = real.instant();
        if (now.isAfter(present)) {
            throw Refusal.because(ClockRefusal.AHEAD);
        }
        table.delete(partnerId);
        clocks.release(partnerId);
        events.publishEvent(new ClockChanged(partnerId, ClockChanged.Change.GIVEN_UP, now, present));
    }

    private Instant target(Leap leap, Instant now) {
        var target = leap.from(now).truncatedTo(ChronoUnit.MICROS);
        if (!target.isAfter(now)) {
            throw Refusal.because(ClockRefusal.NEVER_BACK, now);
        }
        if (target.isAfter(now.atOffset(ZoneOffset.UTC).plusYears(MOST_YEARS).toInstant())) {
            throw Refusal.because(ClockRefusal.TOO_FAR, MOST_YEARS);
        }
        return target;
    }

    private Instant now(PartnerId partnerId) {
        return clocks.reread(partnerId).instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Nobody else moves the clock in the transaction. */
    private void lock(PartnerId partnerId) {
        requireSandbox(partnerId);
        if (table.lock(partnerId).isEmpty()) {
            throw Refusal.because(ClockRefusal.UNKNOWN);
        }
    }

    private void requireSandbox(PartnerId partnerId) {
        if (!partners.get(partnerId).sandbox()) {
            throw Refusal.because(ClockRefusal.NOT_SANDBOX);
        }
    }

    private void startAfterCommit(PartnerId partnerId) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                run.start(partnerId);
            }
        });
    }
}
