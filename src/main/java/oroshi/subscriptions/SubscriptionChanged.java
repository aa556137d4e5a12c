package oroshi.subscriptions;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;

/**
 * A subscription is not what it was; published inside the transaction that changes it.
 *
 * @param operation what was done with it, as the activity log names it
 */
public record SubscriptionChanged(
        String operation,
        PartnerId partnerId,
        SubscriptionId subscriptionId,
        Optional<CustomerId> customerId,
        Map<String, Object> oldValues,
        Map<String, Object> newValues)
        implements BusinessEvent {
    private static final String UPDATE = "update_subscription";

    public SubscriptionChanged {
        oldValues = Map.copyOf(oldValues);
        newValues = Map.copyOf(newValues);
    }

    /** A change without a name of its own. */
    public SubscriptionChanged(
            PartnerId partnerId,
            SubscriptionId subscriptionId,
            Optional<CustomerId> customerId,
            Map<String, Object> oldValues,
            Map<String, Object> newValues) {
        this(UPDATE, partnerId, subscriptionId, customerId, oldValues, newValues);
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

    /** The same under the name of what was done. */
    SubscriptionChanged as(String named) {
        return new SubscriptionChanged(named, partnerId, subscriptionId, customerId, oldValues, newValues);
    }

    /** Everything about a subscription that came out of another one. */
    static SubscriptionChanged begun(Subscription subscription) {
        return new SubscriptionChanged(
                subscription.partnerId(),
                subscription.id(),
                Optional.of(subscription.customerId()),
                Map.of(),
                values(subscription));
    }

    private static Map<String, Object> values(Subscription subscription) {
        var values = new LinkedHashMap<String, Object>();
        values.put("offerId", subscription.item().id());
        values.put("friendlyName", subscription.friendlyName());
        values.put("quantity", subscription.quantity());
        values.put("status", subscription.status().name());
        values.put("autoRenewEnabled", subscription.renewsItself());
        values.put("partnerId", subscription.resellerMpnId().orElse(""));
        values.put("termDuration", subscription.commitment().term().wire());
        values.put("billingCycle", subscription.commitment().billingCycle().wire());
        values.put("promotionId", subscription.promotionId().orElse(""));
        values.put(
                "scheduledNextTermInstructions",
                subscription
                        .upcoming()
                        .nextTerm()
                        .map(SubscriptionChanged::said)
                        .orElse(""));
        values.put(
                "nextChargeInstructions",
                subscription
                        .upcoming()
                        .nextCharge()
                        .map(next -> next.billingCycle().wire())
                        .orElse(""));
        values.put("unitPrice", subscription.unitPrice().toString());
        values.put(
                "commitmentEndDate",
                subscription.commitment().lastDay().map(LocalDate::toString).orElse(""));
        return values;
    }

    private static String said(NextTerm next) {
        return "%s, %d, %s, %s%s"
                .formatted(
                        next.itemId(),
                        next.quantity(),
                        next.term().wire(),
                        next.billingCycle().wire(),
                        next.lastDay().map(day -> ", " + day).orElse(""));
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
