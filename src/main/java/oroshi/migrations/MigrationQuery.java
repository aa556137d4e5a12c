package oroshi.migrations;

import java.util.Optional;
import oroshi.basics.CustomerId;
import oroshi.basics.SubscriptionId;

/** Which migrations, or schedules, are asked for: those that fit everything it names. */
public record MigrationQuery(
        Optional<CustomerId> customerId, Optional<SubscriptionId> subscriptionId, Optional<String> externalReference) {
    boolean isEmpty() {
        return customerId.isEmpty() && subscriptionId.isEmpty() && externalReference.isEmpty();
    }
}
