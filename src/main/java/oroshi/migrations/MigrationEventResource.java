package oroshi.migrations;

import oroshi.rest.WireTime;

/** Something that happened during a migration, as the contract writes it. */
record MigrationEventResource(
        String id,
        String newCommerceMigrationId,
        String currentSubscriptionId,
        String customerTenantId,
        String createdTime,
        String eventName) {
    static MigrationEventResource of(MigrationEvent event) {
        return new MigrationEventResource(
                event.id().toString(),
                event.migrationId().toString(),
                event.subscriptionId().toString(),
                event.customerId().toString(),
                WireTime.moment(event.createdAt()),
                event.name().wire());
    }
}
