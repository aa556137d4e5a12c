package oroshi.migrations;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.relationships.Relationships;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.Subscriptions;

/** Migrations for later: on a day, or in place of a renewal. */
@Service
public class MigrationSchedules {
    private final ScheduleTable table;
    private final ScheduleCalendar calendar;
    private final MigrationJudge judge;
    private final Migrations migrations;
    private final Subscriptions subscriptions;
    private final Relationships relationships;
    private final ApplicationEventPublisher events;

    MigrationSchedules(
            ScheduleTable table,
            ScheduleCalendar calendar,
            MigrationJudge judge,
            Migrations migrations,
            Subscriptions subscriptions,
            Relationships relationships,
            ApplicationEventPublisher events) {
        this.table = table;
        this.calendar = calendar;
        this.judge = judge;
        this.migrations = migrations;
        this.subscriptions = subscriptions;
        this.relationships = relationships;
        this.events = events;
    }

    /**
     * What a partner wants to happen later.
     *
     * @param targetAt when; empty for the renewal
     */
    public record NewSchedule(MigrationWish wish, Optional<Instant> targetAt, String externalReference) {}

    /** What could be scheduled so, and everything that stands against it. */
    @Transactional(readOnly = true)
    public Judgement validate(PartnerId partnerId, CustomerId customerId, NewSchedule asked) {
        relationships.get(partnerId, customerId);
        migrations.requireEnabled(partnerId);
        return judge(subscriptions.get(partnerId, customerId, asked.wish().subscriptionId()), asked);
    }

    /** Schedules the migration; refuses what could not be begun now, the nearness of the term's end aside. */
    @Transactional
    public MigrationSchedule create(PartnerId partnerId, CustomerId customerId, NewSchedule asked, String placedBy) {
        relationships.hold(partnerId, customerId);
        migrations.requireEnabled(partnerId);
        var subscription = subscriptions.get(partnerId, customerId, asked.wish().subscriptionId());
        var now = migrations.now(partnerId);
        var schedule = new MigrationSchedule(
                partnerId,
                Ids.next(),
                customerId,
                ScheduleStatus.CREATED,
                asked.wish(),
                asked.externalReference(),
                placedBy,
                require(subscription, asked).getFirst().itemId(),
                asked.targetAt(),
                dueAt(subscription, asked),
                subscription.commitment().lastDay(),
                now,
                now,
                Optional.empty(),
                Optional.empty(),
                1);
        table.insert(schedule);
        calendar.planAt(partnerId, Optional.of(schedule.dueAt()));
        events.publishEvent(MigrationChanged.of(schedule, "create_migration_schedule"));
        return schedule;
    }

    /** Changes a schedule that has not been carried out; the subscription stays the same. */
    @Transactional
    public MigrationSchedule update(PartnerId partnerId, CustomerId customerId, String id, NewSchedule asked) {
        var present = get(partnerId, customerId, id);
        requireWaiting(present);
        requireAhead(present);
        if (!present.wish().subscriptionId().equals(asked.wish().subscriptionId())) {
            throw Refusal.because(MigrationRefusal.INPUT_INVALID, "currentSubscriptionId cannot change");
        }
        var subscription = subscriptions.get(partnerId, customerId, asked.wish().subscriptionId());
        var changed = new MigrationSchedule(
                partnerId,
                present.id(),
                customerId,
                ScheduleStatus.CREATED,
                asked.wish(),
                asked.externalReference().isEmpty() ? present.externalReference() : asked.externalReference(),
                present.placedBy(),
                require(subscription, asked).getFirst().itemId(),
                asked.targetAt(),
                dueAt(subscription, asked),
                subscription.commitment().lastDay(),
                present.createdAt(),
                migrations.now(partnerId),
                Optional.empty(),
                Optional.empty(),
                present.version());
        return store(changed, "update_migration_schedule");
    }

    /** Drops a schedule that has not been carried out; doing it again changes nothing. */
    @Transactional
    public MigrationSchedule cancel(PartnerId partnerId, CustomerId customerId, String id) {
        var present = get(partnerId, customerId, id);
        if (present.status() == ScheduleStatus.CANCELLED) {
            return present;
        }
        requireWaiting(present);
        var cancelled =
                present.at(ScheduleStatus.CANCELLED, Optional.empty(), Optional.empty(), migrations.now(partnerId));
        return store(cancelled, "cancel_migration_schedule");
    }

    /** The schedule; refuses when the partner has none with this id for the customer. */
    @Transactional(readOnly = true)
    public MigrationSchedule get(PartnerId partnerId, CustomerId customerId, String id) {
        relationships.get(partnerId, customerId);
        return table.find(partnerId, customerId, MigrationWords.id("scheduleId", id))
                .orElseThrow(() -> Refusal.because(MigrationRefusal.SCHEDULE_UNKNOWN, id));
    }

    /** So many of the schedules that fit, in the order in which they were made, after the one of the id. */
    @Transactional(readOnly = true)
    public List<MigrationSchedule> list(PartnerId partnerId, MigrationQuery query, Optional<UUID> after, int most) {
        return table.list(partnerId, query, after, most);
    }

    /** Notes how the migration ended that a schedule began, if one did. */
    @Transactional
    void end(Migration migration) {
        table.findOf(migration.partnerId(), migration.id()).ifPresent(schedule -> {
            var isDone = migration.status() == MigrationStatus.COMPLETED;
            var failure = new MigrationSchedule.Failure(
                    MigrationRefusal.FAILED.code(), MigrationRefusal.FAILED.description());
            store(
                    schedule.at(
                            isDone ? ScheduleStatus.COMPLETED : ScheduleStatus.FAILED,
                            schedule.migrationId(),
                            isDone ? Optional.empty() : Optional.of(failure),
                            migrations.now(migration.partnerId())),
                    "update_migration_schedule");
        });
    }

    /** Carries out the schedule that is due earliest; false when none is. */
    @Transactional
    boolean runNext(PartnerId partnerId, Instant now) {
        calendar.take(partnerId);
        var due = table.findDue(partnerId, now);
        due.ifPresent(schedule -> store(carriedOut(schedule, now), "update_migration_schedule"));
        if (due.isEmpty()) {
            calendar.planAt(partnerId, table.findNextDue(partnerId));
        }
        return due.isPresent();
    }

    private MigrationSchedule carriedOut(MigrationSchedule schedule, Instant now) {
        var partnerId = schedule.partnerId();
        var occasion = new Occasion(day(now), schedule.waitsForRenewal(), false);
        migrations.hold(partnerId, schedule.customerId(), schedule.wish());
        var served = relationships.find(partnerId, schedule.customerId());
        var judgement =
                served.map(relationship -> judge.judge(partnerId, schedule.customerId(), schedule.wish(), occasion));
        var problems = judgement.map(Judgement::problems).orElse(List.of());
        if (judgement.isEmpty() || !problems.isEmpty()) {
            var failure = problems.stream()
                    .findFirst()
                    .map(problem ->
                            new MigrationSchedule.Failure(problem.reason().code(), problem.description()))
                    .orElse(new MigrationSchedule.Failure(20002, "The partner does not serve the customer any more."));
            return schedule.at(ScheduleStatus.FAILED, Optional.empty(), Optional.of(failure), now);
        }
        var begun = migrations.begin(
                partnerId,
                schedule.customerId(),
                judgement.get().require(),
                schedule.externalReference(),
                schedule.placedBy());
        return schedule.at(ScheduleStatus.PROCESSING, Optional.of(begun.id()), Optional.empty(), now);
    }

    private List<MigratedItem> require(Subscription subscription, NewSchedule asked) {
        return judge(subscription, asked).require();
    }

    private Judgement judge(Subscription subscription, NewSchedule asked) {
        var startsOn = asked.targetAt()
                .map(MigrationSchedules::day)
                .or(() -> subscription.commitment().nextTermOn())
                .orElseGet(() -> judge.today(subscription.partnerId()));
        var occasion = new Occasion(startsOn, asked.targetAt().isEmpty(), true);
        return judge.judge(subscription.partnerId(), subscription.customerId(), asked.wish(), occasion);
    }

    /** The moment asked for, which lies ahead and within the term, or the start of the next term. */
    private Instant dueAt(Subscription subscription, NewSchedule asked) {
        var end = subscription
                .commitment()
                .nextTermOn()
                .map(day -> day.atStartOfDay().toInstant(ZoneOffset.UTC))
                .orElse(Instant.MAX);
        var now = migrations.now(subscription.partnerId());
        var due = asked.targetAt().orElse(end);
        if (!due.isAfter(now) || asked.targetAt().isPresent() && !due.isBefore(end)) {
            throw Refusal.because(
                    MigrationRefusal.INPUT_INVALID, "targetDate must lie ahead and before the end of the term");
        }
        return due;
    }

    private static void requireWaiting(MigrationSchedule schedule) {
        if (schedule.status() != ScheduleStatus.CREATED) {
            throw Refusal.because(MigrationRefusal.SCHEDULE_OVER);
        }
    }

    private void requireAhead(MigrationSchedule schedule) {
        if (!schedule.dueAt().isAfter(migrations.now(schedule.partnerId()))) {
            throw Refusal.because(MigrationRefusal.SCHEDULE_OVER);
        }
    }

    private MigrationSchedule store(MigrationSchedule changed, String operation) {
        if (!table.update(changed)) {
            throw Refusal.because(MigrationRefusal.SCHEDULE_OVER);
        }
        if (changed.status() == ScheduleStatus.CREATED) {
            calendar.planAt(changed.partnerId(), Optional.of(changed.dueAt()));
        }
        events.publishEvent(MigrationChanged.of(changed, operation));
        return changed;
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
