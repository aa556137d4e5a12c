package oroshi.migrations;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import oroshi.basics.PartnerId;
import oroshi.clock.Clocks;
import oroshi.clock.DueWork;
import oroshi.database.JobSettings;
import oroshi.database.Jobs;
import oroshi.database.PartnerScope;

/** Begins the migrations whose day has come. */
@Component
class ScheduleRun implements DueWork {
    static final String JOB = "begin-scheduled-migrations";

    private static final int MOST_PARTNERS = 1_000;

    private final Jobs jobs;
    private final ScheduleTable table;
    private final MigrationSchedules schedules;
    private final Clocks clocks;
    private final TransactionTemplate transactions;

    ScheduleRun(
            Jobs jobs,
            ScheduleTable table,
            MigrationSchedules schedules,
            Clocks clocks,
            TransactionTemplate transactions) {
        this.jobs = jobs;
        this.table = table;
        this.schedules = schedules;
        this.clocks = clocks;
        this.transactions = transactions;
    }

    /** Looks at every partner for which somebody asked for a look. */
    void run() {
        PartnerScope.runEach(jobs.partners(JOB, MOST_PARTNERS), "The scheduled migrations", this::runDue);
    }

    @Override
    public String name() {
        return "migrationSchedules";
    }

    @Override
    public Optional<Instant> nextDue(PartnerId partnerId, Instant done) {
        var moment = transactions.execute(transaction -> table.findNextDue(partnerId));
        return Optional.ofNullable(moment).flatMap(Function.identity());
    }

    @Override
    public int runDue(PartnerId partnerId) {
        var all = 0;
        while (schedules.runNext(partnerId, clocks.reread(partnerId).instant())) {
            all++;
        }
        return all;
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {
        @Bean
        RecurringTask<Void> beginScheduledMigrations(ScheduleRun run, JobSettings settings) {
            return Tasks.recurring(JOB, FixedDelay.of(settings.pause())).execute((instance, context) -> run.run());
        }
    }
}
