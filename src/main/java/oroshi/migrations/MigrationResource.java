package oroshi.migrations;

import java.util.List;
import org.jspecify.annotations.Nullable;
import oroshi.basics.SubscriptionId;
import oroshi.rest.WireTime;

/** A migration as the contract writes it. Add-ons have neither id nor status until it has ended. */
record MigrationResource(
        @Nullable String id,
        @Nullable String startedTime,
        @Nullable String completedTime,
        String currentSubscriptionId,
        @Nullable String status,
        String customerTenantId,
        String catalogItemId,
        @Nullable String newCommerceSubscriptionId,
        @Nullable String newCommerceOrderId,
        String subscriptionEndDate,
        @Nullable String customTermEndDate,
        int quantity,
        String termDuration,
        String billingCycle,
        boolean purchaseFullTerm,
        @Nullable String externalReferenceId,
        @Nullable List<MigrationResource> addOnMigrations) {
    static MigrationResource of(Migration migration) {
        return of(
                migration,
                migration.base(),
                true,
                migration.addOns().stream()
                        .map(item -> ofAddOn(migration, item))
                        .toList());
    }

    private static MigrationResource ofAddOn(Migration migration, MigratedItem item) {
        return of(migration, item, migration.completedAt().isPresent(), null);
    }

    private static MigrationResource of(
            Migration migration, MigratedItem item, boolean isTold, @Nullable List<MigrationResource> addOns) {
        return new MigrationResource(
                isTold ? migration.id().toString() : null,
                isTold ? WireTime.moment(migration.startedAt()) : null,
                migration.completedAt().map(WireTime::moment).orElse(null),
                item.subscriptionId().toString(),
                isTold ? migration.status().wire() : null,
                migration.customerId().toString(),
                item.itemId(),
                item.successor().map(SubscriptionId::toString).orElse(null),
                item.orderNumber().orElse(null),
                WireTime.startOf(item.lastDay()),
                item.customLastDay().map(WireTime::startOf).orElse(null),
                item.quantity(),
                item.term().wire(),
                item.billingCycle().title(),
                item.fullTerm(),
                migration.externalReference().isEmpty() || addOns == null ? null : migration.externalReference(),
                addOns);
    }
}
