package oroshi.migrations;

import java.time.Instant;
import java.util.UUID;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;

/** Something that happened on the way of a migration. */
record MigrationEvent(
        PartnerId partnerId,
        UUID id,
        UUID migrationId,
        CustomerId customerId,
        SubscriptionId subscriptionId,
        Name name,
        Instant createdAt) {
    /** What can happen, in the words of the wire. */
    enum Name {
        STARTED("MigrationStarted"),
        SUBSCRIPTION_CREATED("NewCommerceSubscriptionCreated"),
        SUBSCRIPTION_PROVISIONED("NewCommerceSubscriptionProvisioned"),
        COMPLETED("MigrationCompleted"),
        FAILED("MigrationFailed");

        private final String wire;

        Name(String wire) {
            this.wire = wire;
        }

        String wire() {
            return wire;
        }
    }
}
