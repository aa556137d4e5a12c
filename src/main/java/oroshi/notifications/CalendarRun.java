package oroshi.notifications;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import oroshi.agreements.AgreementTemplate;
import oroshi.agreements.Agreements;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.clock.Clocks;
import oroshi.clock.DueWork;
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
class CalendarRun implements DueWork {
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
        PartnerScope.runEach(partners.ids(), "The dates", this::runDue);
    }

    @Override
    public String name() {
        return "notifications";
    }

    /** The hour of the next look that can find something. */
    @Override
    public Optional<Instant> nextDue(PartnerId partnerId, Instant done) {
        var partner = partners.get(partnerId);
        var next = LookHour.after(done);
        var today = LocalDate.ofInstant(next, partner.timeZone());
        var trial = subscriptions.nextTrialEnd(partnerId, today).map(day -> day.minusDays(TRIAL_DAYS));
        var renewal = agreements.hasNewVersions(partner.cloud(), next)
                ? subscriptions.nextRenewal(partnerId, today).map(day -> day.minusDays(RENEWAL_DAYS))
                : Optional.<LocalDate>empty();
        return Stream.of(trial, renewal)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .map(day -> day.isAfter(today) ? LookHour.on(day, partner.timeZone()) : next);
    }

    @Override
    public int runDue(PartnerId partnerId) {
        return run(partnerId);
    }

    /** Tells the partner in scope what is due, and says how much that was. */
    int run(PartnerId partnerId) {
        var partner = partners.get(partnerId);
        var today = LocalDate.now(clocks.of(partnerId).withZone(partner.timeZone()));
        var told = subscriptions.trialsEnding(partnerId, today, today.plusDays(TRIAL_DAYS)).stream()
                .mapToInt(trial -> tell(partnerId, trial))
                .sum();
        if (agreements.hasNewVersions(partner.cloud(), clocks.of(partnerId).instant())) {
            told += subscriptions.customersRenewing(partnerId, today, today.plusDays(RENEWAL_DAYS)).stream()
                    .mapToInt(customer -> tellOfNewVersion(partner, customer))
                    .sum();
        }
        notifications.forget(partnerId, settings.kept());
        return told;
    }

    private int tell(PartnerId partnerId, Subscription trial) {
        var title = trial.item().title();
        return notifications.tell(
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

    private int tellOfNewVersion(Partner partner, CustomerId customerId) {
        return agreements
                .status(partner.id(), customerId)
                .newVersion()
                .map(version -> notifications.tell(partner.id(), news(customerId, version)))
                .orElse(0);
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
        @Bean
        RecurringTask<Void> tellWhatIsDue(CalendarRun run) {
            return Tasks.recurring(JOB, Schedules.daily(ZoneOffset.UTC, LookHour.AT))
                    .execute((instance, context) -> run.run());
        }
    }
}
