package oroshi.customers;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.clock.ClockMoved;
import oroshi.clock.Clocks;
import oroshi.clock.DueWork;
import oroshi.database.JobSettings;
import oroshi.database.Jobs;
import oroshi.database.PartnerScope;
import oroshi.partners.Partner;
import oroshi.partners.Partners;

/**
 * Decides the reviews of sandbox accounts when their time is over, by the partner's clock, so that whoever tries out the
 * API needs no operator. All are approved, but for an education customer whose web site's name begins with "denied.".
 */
@Component
class SandboxReviews implements DueWork {
    static final String JOB = "decide-sandbox-reviews";

    private static final String DENIED = "Not an Academic Domain";
    private static final int MOST = 1_000;

    private final ReviewSettings settings;
    private final Customers customers;
    private final AccountReviews accounts;
    private final Partners partners;
    private final Clocks clocks;
    private final Jobs jobs;
    private final TransactionTemplate transactions;

    SandboxReviews(
            ReviewSettings settings,
            Customers customers,
            AccountReviews accounts,
            Partners partners,
            Clocks clocks,
            Jobs jobs,
            TransactionTemplate transactions) {
        this.settings = settings;
        this.customers = customers;
        this.accounts = accounts;
        this.partners = partners;
        this.clocks = clocks;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    @EventListener
    void on(QualificationUpdated event) {
        var inReview = event.qualification().vettingStatus().filter(VettingStatus.IN_REVIEW::equals);
        inReview.ifPresent(status -> plan(event.qualification().appliedAt()));
    }

    @EventListener
    void on(AccountReviewed event) {
        if (event.after().status() == AccountStatus.UNDER_REVIEW) {
            plan(event.after().changedAt());
        }
    }

    @EventListener
    void on(ClockMoved moved) {
        if (partners.find(moved.partnerId()).filter(Partner::sandbox).isPresent()) {
            jobs.add(JOB, moved.partnerId(), List.of(Ids.next()));
        }
    }

    /** Looks at every sandbox for which a look was asked for. */
    void run() {
        PartnerScope.runEach(jobs.partners(JOB, MOST), "The reviews", this::runDue);
    }

    @Override
    public String name() {
        return "reviews";
    }

    @Override
    public Optional<Instant> nextDue(PartnerId partnerId, Instant done) {
        var begun = transactions.execute(
                transaction -> begun(own(partnerId), accounts.open(partnerId)).min(Instant::compareTo));
        return Optional.ofNullable(begun).flatMap(first -> first.map(since -> since.plus(settings.sandboxDuration())));
    }

    @Override
    public int runDue(PartnerId partnerId) {
        var decided = transactions.execute(transaction -> look(partnerId));
        return decided == null ? 0 : decided;
    }

    /** Decides what is over, says how much that was, and plans the next look. */
    private int look(PartnerId partnerId) {
        jobs.take(JOB, partnerId, MOST);
        var latest = clocks.reread(partnerId).instant().minus(settings.sandboxDuration());
        var applications = own(partnerId);
        applications.stream()
                .filter(review -> !review.appliedAt().isAfter(latest))
                .forEach(review -> customers.decide(partnerId, review.customerId(), decision(review)));
        var open = accounts.open(partnerId);
        open.stream()
                .filter(review -> !review.since().isAfter(latest))
                .forEach(review -> accounts.set(partnerId, review.customerId(), AccountStatus.ALLOWED));
        begun(applications, open)
                .filter(since -> since.isAfter(latest))
                .min(Instant::compareTo)
                .ifPresent(since -> plan(partnerId, since));
        return (int) begun(applications, open)
                .filter(since -> !since.isAfter(latest))
                .count();
    }

    private static Stream<Instant> begun(List<OpenReview> applications, List<AccountReviewTable.Open> accounts) {
        return Stream.concat(
                applications.stream().map(OpenReview::appliedAt),
                accounts.stream().map(AccountReviewTable.Open::since));
    }

    /** A reseller's copy of a review is decided with its provider's. */
    private List<OpenReview> own(PartnerId partnerId) {
        return customers.openReviews(partnerId).stream()
                .filter(review ->
                        customers.get(partnerId, review.customerId()).owner().equals(partnerId))
                .toList();
    }

    private void plan(Instant since) {
        PartnerScope.current()
                .flatMap(partners::find)
                .filter(Partner::sandbox)
                .ifPresent(partner -> plan(partner.id(), since));
    }

    private void plan(PartnerId partnerId, Instant since) {
        clocks.realTimeOf(partnerId, since.plus(settings.sandboxDuration()))
                .ifPresent(moment -> jobs.addAt(JOB, partnerId, moment));
    }

    private static VettingDecision decision(OpenReview review) {
        return isDenied(review.website())
                ? VettingDecision.deny(review.qualification(), DENIED)
                : VettingDecision.approve(review.qualification());
    }

    private static boolean isDenied(Optional<String> website) {
        return website.map(address -> address.replaceFirst("^[a-zA-Z]+://", ""))
                .filter(host -> host.regionMatches(true, 0, "denied.", 0, "denied.".length()))
                .isPresent();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ReviewSettings.class)
    static class Schedule {
        @Bean
        RecurringTask<Void> decideSandboxReviews(SandboxReviews reviews, JobSettings settings) {
            return Tasks.recurring(JOB, FixedDelay.of(settings.pause())).execute((instance, context) -> reviews.run());
        }
    }
}
