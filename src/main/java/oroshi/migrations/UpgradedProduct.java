package oroshi.migrations;

import java.util.Optional;
import oroshi.basics.SubscriptionId;

/**
 * A classic Azure subscription and the plan that it becomes part of.
 *
 * @param name what the subscription is called
 * @param planKey what the catalog sells in its place
 * @param planId the customer's plan; empty while it is still to be ordered
 */
public record UpgradedProduct(
        SubscriptionId subscriptionId, String name, String planKey, String planName, Optional<SubscriptionId> planId) {
    UpgradedProduct in(SubscriptionId plan) {
        return new UpgradedProduct(subscriptionId, name, planKey, planName, Optional.of(plan));
    }
}
