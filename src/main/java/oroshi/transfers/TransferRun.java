package oroshi.transfers;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import oroshi.basics.PartnerId;
import oroshi.clock.Clocks;
import oroshi.clock.DueWork;
import oroshi.database.JobSettings;
import oroshi.database.Jobs;
import oroshi.database.PartnerScope;

/** Lets requests expire that nobody answered, and carries out those that were accepted. */
@Component
class TransferRun implements DueWork {
    static final String JOB = "carry-out-transfers";

    private static final Logger LOG = LoggerFactory.getLogger(TransferRun.class);
    private static final int MOST_PARTNERS = 1_000;

    private final Jobs jobs;
    private final TransferTable table;
    private final TransferRequests requests;
    private final Clocks clocks;
    private final TransactionTemplate transactions;

    TransferRun(
            Jobs jobs,
            TransferTable table,
            TransferRequests requests,
            Clocks clocks,
            TransactionTemplate transactions) {
        this.jobs = jobs;
        this.table = table;
        this.requests = requests;
        this.clocks = clocks;
        this.transactions = transactions;
    }

    /** Looks at every partner for which somebody asked for a look. */
    void run() {
        PartnerScope.runEach(jobs.partners(JOB, MOST_PARTNERS), "The transfers", this::runDue);
    }

    @Override
    public String name() {
        return "transfers";
    }

    @Override
    public Optional<Instant> nextDue(PartnerId partnerId, Instant done) {
        var moment = transactions.execute(transaction -> table.findNextDue(partnerId));
        return Optional.ofNullable(moment).flatMap(Function.identity());
    }

    @Override
    public int runDue(PartnerId partnerId) {
        var all = 0;
        while (runNext(partnerId)) {
            all++;
        }
        return all;
    }

    private boolean runNext(PartnerId partnerId) {
        var now = clocks.reread(partnerId).instant();
        try {
            return requests.runNext(partnerId, now);
        } catch (TransientDataAccessException collision) {
            throw collision;
        } catch (RuntimeException broken) {
            LOG.warn("A transfer of {} is put off", partnerId, broken);
            return requests.putOff(partnerId, now);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {
        @Bean
        RecurringTask<Void> carryOutTransfers(TransferRun run, JobSettings settings) {
            return Tasks.recurring(JOB, FixedDelay.of(settings.pause())).execute((instance, context) -> run.run());
        }
    }
}
