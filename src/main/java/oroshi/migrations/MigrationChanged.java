package oroshi.migrations;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;

/** A migration, or the schedule of one, was begun or came further; published inside the transaction that stores it. */
public record MigrationChanged(
        PartnerId partnerId,
        CustomerId customer,
        String operation,
        String resourceType,
        String resourceId,
        Map<String, Object> newValues,
        Optional<String> webhook)
        implements BusinessEvent {
    private static final String MIGRATION = "new_commerce_migration";
    private static final String SCHEDULE = "new_commerce_migration_schedule";

    public MigrationChanged {
        newValues = Map.copyOf(newValues);
    }

    static MigrationChanged of(Migration migration) {
        var isNew = migration.status() == MigrationStatus.PROCESSING;
        var word =
                switch (migration.status()) {
                    case PROCESSING -> "created";
                    case COMPLETED -> "completed";
                    case FAILED -> "failed";
                };
        return new MigrationChanged(
                migration.partnerId(),
                migration.customerId(),
                isNew ? "create_migration" : "update_migration",
                MIGRATION,
                migration.id().toString(),
                values(migration),
                Optional.of("new-commerce-migration-" + word));
    }

    private static Map<String, Object> values(Migration migration) {
        var base = migration.base();
        return Map.of(
                "status",
                migration.status().wire(),
                "currentSubscriptionId",
                base.subscriptionId().toString(),
                "catalogItemId",
                base.itemId(),
                "quantity",
                base.quantity(),
                "newCommerceSubscriptionId",
                base.successor().map(Object::toString).orElse(""));
    }

    static MigrationChanged of(MigrationSchedule schedule, String operation) {
        return new MigrationChanged(
                schedule.partnerId(),
                schedule.customerId(),
                operation,
                SCHEDULE,
                schedule.id().toString(),
                Map.of(
                        "status",
                        schedule.status().wire(),
                        "currentSubscriptionId",
                        schedule.wish().subscriptionId().toString(),
                        "dueAt",
                        schedule.dueAt().toString(),
                        "migrationId",
                        schedule.migrationId().map(UUID::toString).orElse("")),
                schedule.status() == ScheduleStatus.FAILED
                        ? Optional.of("new-commerce-migration-schedule-failed")
                        : Optional.empty());
    }

    @Override
    public Optional<CustomerId> customerId() {
        return Optional.of(customer);
    }
}
