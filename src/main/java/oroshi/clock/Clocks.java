package oroshi.clock;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import oroshi.basics.PartnerId;
import oroshi.database.PartnerScope;

/** The partners' clocks. Whoever asks what time it is for a partner asks here, never the system. */
@Service
public class Clocks {
    /** How long another node may take to notice that a clock was moved. */
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(1);

    private static final Clock REAL = Clock.systemUTC();

    private final ClockTable table;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate joining;
    private final TransactionTemplate apart;
    private final AtomicLong moves = new AtomicLong();
    private final Cache<PartnerId, PartnerTime> known = Caffeine.newBuilder()
            .expireAfterWrite(LONGEST_DELAY)
            .maximumSize(10_000)
            .build();

    Clocks(ClockTable table, PlatformTransactionManager transactions, ApplicationEventPublisher events) {
        this.table = table;
        this.events = events;
        this.joining = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The partner's clock, in UTC. */
    public Clock of(PartnerId partnerId) {
        return time(partnerId).clock(REAL);
    }

    /** The partner's clock as it stands at this very moment, for work that a moved clock has caused. */
    public Clock reread(PartnerId partnerId) {
        known.invalidate(partnerId);
        return of(partnerId);
    }

    /** When, in real time, the partner's clock will show the instant; empty while it stands still before it. */
    public Optional<Instant> realTimeOf(PartnerId partnerId, Instant instant) {
        return time(partnerId).realTimeOf(instant, REAL.instant());
    }

    /** Moves the partner's clock: from now on it shows that instant and runs on. */
    public void moveTo(PartnerId partnerId, Instant instant) {
        set(partnerId, new PartnerTime(Duration.between(REAL.instant(), instant), null));
    }

    /** Stops the partner's clock at that instant, as a test of dates wants it. */
    public void stopAt(PartnerId partnerId, Instant instant) {
        set(partnerId, new PartnerTime(Duration.ZERO, instant));
    }

    /** Stops the partner's clock at that instant on its way; whoever moves it does what falls due meanwhile. */
    public void passTo(PartnerId partnerId, Instant instant) {
        set(partnerId, new PartnerTime(Duration.ZERO, instant), Optional.empty());
    }

    /** Whether the partner's clock shows another time than the real one. */
    public boolean isMoved(PartnerId partnerId) {
        return !time(partnerId).equals(PartnerTime.REAL);
    }

    /** Puts the partner's clock back to real time. */
    public void release(PartnerId partnerId) {
        set(partnerId, PartnerTime.REAL);
    }

    private void set(PartnerId partnerId, PartnerTime time) {
        set(partnerId, time, Optional.of(new ClockMoved(partnerId)));
    }

    private void set(PartnerId partnerId, PartnerTime time, Optional<ClockMoved> news) {
        PartnerScope.run(partnerId, () -> transactionFor(partnerId).executeWithoutResult(transaction -> {
            table.set(partnerId, time);
            news.ifPresent(events::publishEvent);
            forgetAfterCommit(partnerId);
        }));
    }

    private PartnerTime time(PartnerId partnerId) {
        var time = known.getIfPresent(partnerId);
        if (time == null) {
            // Read outside the cache's own lock: a reader that waits for a connection must not hold up the others.
            var before = moves.get();
            time = read(partnerId);
            known.put(partnerId, time);
            if (moves.get() != before) {
                known.invalidate(partnerId);
            }
        }
        return time;
    }

    private void forgetAfterCommit(PartnerId partnerId) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                moves.incrementAndGet();
                known.invalidate(partnerId);
            }
        });
    }

    private PartnerTime read(PartnerId partnerId) {
        var transaction = transactionFor(partnerId);
        return PartnerScope.call(
                partnerId,
                () -> transaction.execute(running -> table.find(partnerId).orElse(PartnerTime.REAL)));
    }

    /** Joins a transaction in the partner's scope: a second connection a request could starve the pool. */
    private TransactionTemplate transactionFor(PartnerId partnerId) {
        return PartnerScope.current().filter(partnerId::equals).isPresent() ? joining : apart;
    }
}
