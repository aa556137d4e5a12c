package oroshi.subscriptions;

import java.util.Map;
import java.util.Optional;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;

/** A subscription is not what it was; published inside the transaction that changes it. */
public record SubscriptionChanged(
        PartnerId partnerId,
        SubscriptionId subscriptionId,
        Optional<CustomerId> customerId,
        Map<String, Object> oldValues,
        Map<String, Object> newValues)
        implements BusinessEvent {
    public SubscriptionChanged {
        oldValues = Map.copyOf(oldValues);
        newValues = Map.copyOf(newValues);
    }

    static SubscriptionChanged of(Subscription subscription, String member, Object before, Object after) {
        return new SubscriptionChanged(
                subscription.partnerId(),
                subscription.id(),
                Optional.of(subscription.customerId()),
                Map.of(member, before),
                Map.of(member, after));
    }

    @Override
    public String operation() {
        return "update_subscription";
    }

    @Override
    public String resourceType() {
        return "subscription";
    }

    @Override
    public String resourceId() {
        return subscriptionId.toString();
    }

    @Override
    public Optional<String> webhook() {
        return Optional.of("subscription-updated");
    }
}
