package oroshi.subscriptions;

import java.time.LocalDate;
import java.util.LinkedHashMap;
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

    /** Everything that differs, old and new. */
    static SubscriptionChanged between(Subscription before, Subscription after) {
        var old = values(before);
        var present = values(after);
        old.entrySet().removeIf(value -> value.getValue().equals(present.get(value.getKey())));
        present.keySet().retainAll(old.keySet());
        return new SubscriptionChanged(before.partnerId(), before.id(), Optional.of(before.customerId()), old, present);
    }

    private static Map<String, Object> values(Subscription subscription) {
        var values = new LinkedHashMap<String, Object>();
        values.put("offerId", subscription.item().id());
        values.put("friendlyName", subscription.friendlyName());
        values.put("quantity", subscription.quantity());
        values.put("status", subscription.status().name());
        values.put("autoRenewEnabled", subscription.renewsItself());
        values.put("partnerId", subscription.resellerMpnId().orElse(""));
        values.put("unitPrice", subscription.unitPrice().toString());
        values.put(
                "commitmentEndDate",
                subscription.commitment().lastDay().map(LocalDate::toString).orElse(""));
        return values;
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
