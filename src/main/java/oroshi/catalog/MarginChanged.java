package oroshi.catalog;

import java.util.Map;
import java.util.Optional;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;

/** The operator has noted what a publisher grants to the partner, or that it no longer does. */
record MarginChanged(String id, String productId, String skuId, boolean granted) implements BusinessEvent {
    @Override
    public String operation() {
        return granted ? "grant_margin" : "withdraw_margin";
    }

    @Override
    public String resourceType() {
        return "margin";
    }

    @Override
    public String resourceId() {
        return id;
    }

    @Override
    public Optional<CustomerId> customerId() {
        return Optional.empty();
    }

    @Override
    public Map<String, Object> newValues() {
        return granted ? Map.of("productId", productId, "skuId", skuId) : Map.of();
    }
}
