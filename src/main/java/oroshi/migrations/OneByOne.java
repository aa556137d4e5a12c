package oroshi.migrations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.support.TransactionTemplate;
import oroshi.basics.PartnerId;
import oroshi.clock.DueWork;
import oroshi.database.Jobs;
import oroshi.database.PartnerScope;

/**
 * Work that waits in the background and is carried out one after the other, each in a transaction of its own, so a crash
 * leaves either nothing or everything. What can't be carried out is given up in another one; what only met with somebody
 * else's change waits for the next run.
 */
abstract class OneByOne implements DueWork {
    private static final Logger LOG = LoggerFactory.getLogger(OneByOne.class);
    private static final int MOST_PARTNERS = 1_000;

    private final String job;
    private final String waiting;
    private final Jobs jobs;
    private final TransactionTemplate transactions;

    /** @param waiting what waits, as the log calls it */
    OneByOne(String job, String waiting, Jobs jobs, TransactionTemplate transactions) {
        this.job = job;
        this.waiting = waiting;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    /** Carries it out, unless it is over. */
    abstract void carryOut(PartnerId partnerId, UUID id);

    /** Ends it without success, unless it is over. */
    abstract void giveUp(PartnerId partnerId, UUID id, RuntimeException broken);

    /** Carries out everything that waits, for one partner after the other. */
    void run() {
        PartnerScope.runEach(
                jobs.partners(job, MOST_PARTNERS),
                waiting,
                partnerId -> drain(partnerId, one -> jobs.take(job, one, 1)));
    }

    /** What has begun is carried out before the clock goes on. */
    @Override
    public Optional<Instant> nextDue(PartnerId partnerId, Instant done) {
        var isWaiting = transactions.execute(transaction -> jobs.isWaiting(job, partnerId));
        return Boolean.TRUE.equals(isWaiting) ? Optional.of(done) : Optional.empty();
    }

    @Override
    public int runDue(PartnerId partnerId) {
        return drain(partnerId, one -> jobs.takeInTurn(job, one, 1));
    }

    private int drain(PartnerId partnerId, Function<PartnerId, List<UUID>> next) {
        var all = 0;
        while (step(partnerId, next)) {
            all++;
        }
        return all;
    }

    private boolean step(PartnerId partnerId, Function<PartnerId, List<UUID>> next) {
        var taken = new ArrayList<UUID>();
        try {
            transactions.executeWithoutResult(transaction -> {
                taken.addAll(next.apply(partnerId));
                taken.forEach(id -> carryOut(partnerId, id));
            });
        } catch (TransientDataAccessException collision) {
            throw collision;
        } catch (RuntimeException broken) {
            LOG.warn("{}: {} is given up", waiting, taken, broken);
            transactions.executeWithoutResult(transaction -> taken.forEach(id -> {
                giveUp(partnerId, id, broken);
                jobs.end(job, partnerId, id);
            }));
        }
        return !taken.isEmpty();
    }
}
