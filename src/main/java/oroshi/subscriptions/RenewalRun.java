package oroshi.subscriptions;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
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

/**
 * Charges further cycles, renews, expires and deletes what is due, a day after the other. What happens to a subscription and the day on which it
 * is due next are stored together, so a run that breaks off goes on where it was and nothing happens twice.
 */
@Component
class RenewalRun implements DueWork {
    static final String JOB = "renew-subscriptions";

    private static final int MOST_PARTNERS = 1_000;
    private static final int MOST_SUBSCRIPTIONS = 1_000;

    /** While the database works for one partner, the run prepares the next portion of another. */
    private static final int PARTNERS_AT_ONCE = 3;

    private final Jobs jobs;
    private final SubscriptionCalendar calendar;
    private final SubscriptionTable table;
    private final ChargeFactTable facts;
    private final Renewals renewals;
    private final PurchaseRoom room;
    private final TermPromotions promotions;
    private final Clocks clocks;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;

    RenewalRun(
            Jobs jobs,
            SubscriptionCalendar calendar,
            SubscriptionTable table,
            ChargeFactTable facts,
            Renewals renewals,
            PurchaseRoom room,
            TermPromotions promotions,
            Clocks clocks,
            ApplicationEventPublisher events,
            TransactionTemplate transactions) {
        this.jobs = jobs;
        this.calendar = calendar;
        this.table = table;
        this.facts = facts;
        this.renewals = renewals;
        this.room = room;
        this.promotions = promotions;
        this.clocks = clocks;
        this.events = events;
        this.transactions = transactions;
    }

    /** Looks at every partner for which somebody asked for a look. */
    void run() {
        PartnerScope.runTogether(jobs.partners(JOB, MOST_PARTNERS), PARTNERS_AT_ONCE, "The subscriptions", this::drain);
    }

    @Override
    public String name() {
        return "subscriptions";
    }

    @Override
    public Optional<Instant> nextDue(PartnerId partnerId, Instant done) {
        var day = transactions.execute(transaction -> table.findNextDue(partnerId));
        return Optional.ofNullable(day).flatMap(Function.identity()).map(found -> found.atStartOfDay()
                .toInstant(ZoneOffset.UTC));
    }

    @Override
    public int runDue(PartnerId partnerId) {
        return drain(partnerId);
    }

    private int drain(PartnerId partnerId) {
        var all = 0;
        Optional<Subscription> last = Optional.empty();
        do {
            var before = last;
            var done = Objects.requireNonNull(transactions.execute(transaction -> step(partnerId, before)));
            all += done.size();
            last = done.isEmpty() ? Optional.empty() : Optional.of(done.getLast());
        } while (last.isPresent());
        return all;
    }

    /**
     * Carries out the earliest due day; when nothing is due any more it plans the next look.
     *
     * @param last what was carried out last; what of its day comes behind it is found without a look at all before it
     * @return what was carried out, as it was before
     */
    private List<Subscription> step(PartnerId partnerId, Optional<Subscription> last) {
        calendar.take(partnerId);
        var today = LocalDate.ofInstant(clocks.reread(partnerId).instant(), ZoneOffset.UTC);
        var due = last.map(one -> table.listDueBehind(one, today, MOST_SUBSCRIPTIONS))
                .filter(behind -> !behind.isEmpty())
                .orElseGet(() -> table.listDue(partnerId, today, MOST_SUBSCRIPTIONS));
        if (due.isEmpty()) {
            calendar.plan(partnerId, table.findNextDue(partnerId));
            return due;
        }
        carryOut(due);
        calendar.planNow(partnerId);
        return due;
    }

    private void carryOut(List<Subscription> due) {
        var booked = due.stream().map(one -> Booking.ofNextDay(one, renewals)).toList();
        table.updateAll(booked.stream().map(Booking::subscription).toList());
        facts.insert(booked.stream().flatMap(one -> one.facts().stream()).toList());
        for (var position = 0; position < due.size(); position++) {
            settle(due.get(position), booked.get(position).subscription());
        }
    }

    private void settle(Subscription before, Subscription after) {
        if (before.isCycleDue()) {
            if (before.upcoming().nextCharge().isPresent()) {
                events.publishEvent(SubscriptionChanged.between(before, after));
            }
            return;
        }
        if (after.status() == SubscriptionStatus.DELETED) {
            room.release(before);
        }
        if (after.status() == SubscriptionStatus.ACTIVE) {
            room.move(before, after);
            promotions.take(before, after);
        }
        events.publishEvent(SubscriptionChanged.between(before, after));
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {
        @Bean
        RecurringTask<Void> renewSubscriptions(RenewalRun renewals, JobSettings settings) {
            return Tasks.recurring(JOB, FixedDelay.of(settings.pause())).execute((instance, context) -> renewals.run());
        }
    }
}
