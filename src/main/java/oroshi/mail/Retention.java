package oroshi.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import oroshi.basics.PartnerId;
import oroshi.database.PartnerScope;

/** Forgets, once a day, the mail that was sent or given up long ago: it names people. */
@Component
class Retention {
    static final String JOB = "forget-mail";

    private final MailTable table;
    private final MailSettings settings;
    private final Correspondents correspondents;
    private final TransactionTemplate transactions;
    private final Clock clock = Clock.systemUTC();

    Retention(MailTable table, MailSettings settings, Correspondents correspondents, TransactionTemplate transactions) {
        this.table = table;
        this.settings = settings;
        this.correspondents = correspondents;
        this.transactions = transactions;
    }

    void run() {
        PartnerScope.runEach(correspondents.ids(), "The old mails", this::run);
    }

    /** Forgets what the partner in scope need not keep; what still waits to be sent stays. */
    void run(PartnerId partnerId) {
        var before = clock.instant().minus(settings.kept());
        transactions.executeWithoutResult(transaction -> table.deleteEnded(partnerId, before));
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {
        private static final LocalTime AT = LocalTime.of(17, 40);

        @Bean
        RecurringTask<Void> forgetMail(Retention retention) {
            return Tasks.recurring(JOB, Schedules.daily(ZoneOffset.UTC, AT))
                    .execute((instance, context) -> retention.run());
        }
    }
}
