package oroshi.customers;

import java.util.Map;
import java.util.Optional;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;

/** A partner has allowed or forbidden a customer to buy by itself. */
public record SelfPurchaseSwitched(CustomerId id, boolean allowed) implements BusinessEvent {
    @Override
    public String operation() {
        return "update_customer_self_serve_policy";
    }

    @Override
    public String resourceType() {
        return "customer";
    }

    @Override
    public String resourceId() {
        return id.toString();
    }

    @Override
    public Optional<CustomerId> customerId() {
        return Optional.of(id);
    }

    @Override
    public Map<String, Object> oldValues() {
        return Map.of("selfPurchase", !allowed);
    }

    @Override
    public Map<String, Object> newValues() {
        return Map.of("selfPurchase", allowed);
    }
}
