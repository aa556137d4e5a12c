package oroshi.notifications;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import oroshi.agreements.AgreementTemplate;
import oroshi.agreements.Agreements;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.clock.Clocks;
import oroshi.database.PartnerScope;
import oroshi.partners.Partner;
import oroshi.partners.Partners;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.Subscriptions;

/**
 * Looks at every partner's calendar once a day: trials that end within a week, and renewals within 30 days of customers
 * that accepted an older version of the agreement. A subject is told once, so a run may be repeated.
 */
@Component
class CalendarRun {
    static final String JOB = "tell-what-is-due";

    private static final int TRIAL_DAYS = 7;
    private static final int RENEWAL_DAYS = 30;

    private final Notifications notifications;
    private final NotificationSettings settings;
    private final Partners partners;
    private final Subscriptions subscriptions;
    private final Agreements agreements;
    private final Clocks clocks;

    CalendarRun(
            Notifications notifications,
            NotificationSettings settings,
            Partners partners,
            Subscriptions subscriptions,
            Agreements agreements,
            Clocks clocks) {
        this.notifications = notifications;
        this.settings = settings;
        this.partners = partners;
        this.subscriptions = subscriptions;
        this.agreements = agreements;
        this.clocks = clocks;
    }

    void run() {
        PartnerScope.runEach(partners.ids(), "The dates", this::run);
    }

    /** Tells the partner in scope what is due. */
    void run(PartnerId partnerId) {
        var partner = partners.get(partnerId);
        var today = LocalDate.now(clocks.of(partnerId).withZone(partner.timeZone()));
        subscriptions
                .trialsEnding(partnerId, today, today.plusDays(TRIAL_DAYS))
                .forEach(trial -> tell(partnerId, trial));
        if (agreements.hasNewVersions(partner.cloud(), clocks.of(partnerId).instant())) {
            subscriptions
                    .customersRenewing(partnerId, today, today.plusDays(RENEWAL_DAYS))
                    .forEach(customer -> tellOfNewVersion(partner, customer));
        }
        notifications.forget(partnerId, settings.kept());
    }

    private void tell(PartnerId partnerId, Subscription trial) {
        var title = trial.item().title();
        notifications.tell(
                partnerId,
                new News(
                        NotificationKind.TRIAL_ENDING,
                        trial.id().toString(),
                        Optional.of(trial.customerId()),
                        Map.of(
                                "subscription",
                                trial.id().toString(),
                                "english",
                                title.english(),
                                "japanese",
                                title.japanese(),
                                "lastDay",
                                trial.commitment().lastDay().orElseThrow().toString())));
    }

    private void tellOfNewVersion(Partner partner, CustomerId customerId) {
        agreements
                .status(partner.id(), customerId)
                .newVersion()
                .ifPresent(version -> notifications.tell(partner.id(), news(customerId, version)));
    }

    private static News news(CustomerId customerId, AgreementTemplate version) {
        return new News(
                NotificationKind.AGREEMENT_NEW_VERSION,
                customerId + ":" + version.templateId(),
                Optional.of(customerId),
                Map.of("effectiveFrom", version.effectiveFrom().toString()));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(NotificationSettings.class)
    static class Schedule {
        /** Before anybody in Japan comes to work. */
        private static final LocalTime AT = LocalTime.of(18, 30);

        @Bean
        RecurringTask<Void> tellWhatIsDue(CalendarRun run) {
            return Tasks.recurring(JOB, Schedules.daily(ZoneOffset.UTC, AT)).execute((instance, context) -> run.run());
        }
    }
}
