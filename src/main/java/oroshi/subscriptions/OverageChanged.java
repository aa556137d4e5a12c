package oroshi.subscriptions;

import java.util.Map;
import java.util.Optional;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;

/** What a customer uses beyond its licenses is charged elsewhere; published inside the transaction that says so. */
public record OverageChanged(
        PartnerId partnerId,
        Optional<CustomerId> customerId,
        Map<String, Object> oldValues,
        Map<String, Object> newValues)
        implements BusinessEvent {
    public OverageChanged {
        oldValues = Map.copyOf(oldValues);
        newValues = Map.copyOf(newValues);
    }

    static OverageChanged of(
            PartnerId partnerId, CustomerId customerId, Optional<Overage> before, Optional<Overage> after) {
        return new OverageChanged(partnerId, Optional.of(customerId), values(before), values(after));
    }

    private static Map<String, Object> values(Optional<Overage> overage) {
        return Map.of(
                "overageEnabled",
                overage.isPresent(),
                "azureEntitlementId",
                overage.map(found -> found.entitlementId().toString()).orElse(""),
                "partnerId",
                overage.flatMap(Overage::reseller).orElse(""));
    }

    @Override
    public String operation() {
        return "update_overage";
    }

    @Override
    public String resourceType() {
        return "overage";
    }

    @Override
    public String resourceId() {
        return customerId.map(CustomerId::toString).orElse("");
    }
}
