package oroshi.migrations;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import oroshi.basics.PartnerId;
import oroshi.database.JobSettings;
import oroshi.database.Jobs;
import oroshi.migrations.MigrationEvent.Name;
import oroshi.orders.NewOrderLine;
import oroshi.orders.Successors;
import oroshi.subscriptions.Departures;
import oroshi.subscriptions.Subscriptions;

/**
 * Carries out in the background what has begun: orders and sets up what comes after a classic subscription. What can't be
 * carried out is taken back as a whole: the classic subscription goes on, and the days in between are not charged.
 */
@Component
class MigrationRun extends OneByOne {
    static final String JOB = "migrate-subscriptions";

    private final MigrationTable table;
    private final Migrations migrations;
    private final MigrationSchedules schedules;
    private final Subscriptions subscriptions;
    private final Departures departures;
    private final Successors successors;
    private final ApplicationEventPublisher events;

    MigrationRun(
            Jobs jobs,
            MigrationTable table,
            Migrations migrations,
            MigrationSchedules schedules,
            Subscriptions subscriptions,
            Departures departures,
            Successors successors,
            ApplicationEventPublisher events,
            TransactionTemplate transactions) {
        super(JOB, "The migrations", jobs, transactions);
        this.table = table;
        this.migrations = migrations;
        this.schedules = schedules;
        this.subscriptions = subscriptions;
        this.departures = departures;
        this.successors = successors;
        this.events = events;
    }

    @Override
    public String name() {
        return "migrations";
    }

    @Override
    void carryOut(PartnerId partnerId, UUID id) {
        table.findWaiting(partnerId, id).ifPresent(this::carryOut);
    }

    private void carryOut(Migration migration) {
        var placed =
                successors.place(migration.partnerId(), migration.customerId(), lines(migration), migration.placedBy());
        var became = new ArrayList<MigratedItem>();
        var told = new ArrayList<MigrationEvent>();
        for (var position = 0; position < migration.items().size(); position++) {
            var item = become(migration, migration.items().get(position), placed.get(position));
            became.add(item);
            told.add(migrations.event(migration, item, Name.SUBSCRIPTION_CREATED));
            told.add(migrations.event(migration, item, Name.SUBSCRIPTION_PROVISIONED));
        }
        end(migration, MigrationStatus.COMPLETED, became, told);
    }

    private List<NewOrderLine> lines(Migration migration) {
        var today = LocalDate.ofInstant(migrations.now(migration.partnerId()), ZoneOffset.UTC);
        return migration.items().stream()
                .map(item -> line(migration, item, today))
                .toList();
    }

    private NewOrderLine line(Migration migration, MigratedItem item, LocalDate today) {
        var leaving = subscriptions.get(migration.partnerId(), migration.customerId(), item.subscriptionId());
        return NewPlan.of(leaving, item, today).line(item.itemId());
    }

    private MigratedItem become(Migration migration, MigratedItem item, Successors.Succession placed) {
        var partnerId = migration.partnerId();
        departures.arrive(partnerId, item.subscriptionId(), placed.subscriptionId());
        var lastDay = subscriptions
                .get(partnerId, migration.customerId(), placed.subscriptionId())
                .commitment()
                .lastDay();
        return item.become(placed.subscriptionId(), placed.order().number(), lastDay.orElse(item.lastDay()));
    }

    @Override
    void giveUp(PartnerId partnerId, UUID id, RuntimeException broken) {
        table.findWaiting(partnerId, id).ifPresent(migration -> {
            departures.hold(
                    partnerId,
                    migration.customerId(),
                    migration.items().stream().map(MigratedItem::subscriptionId).toList());
            departures.comeBack(
                    partnerId, migration.customerId(), migration.base().subscriptionId());
            migration
                    .addOns()
                    .forEach(item -> departures.comeBack(partnerId, migration.customerId(), item.subscriptionId()));
            end(migration, MigrationStatus.FAILED, migration.items(), List.of());
        });
    }

    private void end(
            Migration migration, MigrationStatus status, List<MigratedItem> items, List<MigrationEvent> before) {
        var ended = migration.ended(status, migrations.now(migration.partnerId()), items);
        table.end(ended);
        var told = new ArrayList<>(before);
        told.add(migrations.event(
                ended, ended.base(), status == MigrationStatus.COMPLETED ? Name.COMPLETED : Name.FAILED));
        table.insertEvents(told);
        schedules.end(ended);
        events.publishEvent(MigrationChanged.of(ended));
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {
        @Bean
        RecurringTask<Void> migrateSubscriptions(MigrationRun run, JobSettings settings) {
            return Tasks.recurring(JOB, FixedDelay.of(settings.pause())).execute((instance, context) -> run.run());
        }
    }
}
