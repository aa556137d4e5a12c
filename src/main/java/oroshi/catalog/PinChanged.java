package oroshi.catalog;

import java.util.Map;
import java.util.Optional;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;

/** A partner has put an item at the top of its lists, or taken it from there. */
public record PinChanged(String key, boolean pinned) implements BusinessEvent {
    @Override
    public String operation() {
        return pinned ? "pin_product" : "unpin_product";
    }

    @Override
    public String resourceType() {
        return "product";
    }

    @Override
    public String resourceId() {
        return key;
    }

    @Override
    public Optional<CustomerId> customerId() {
        return Optional.empty();
    }

    @Override
    public Map<String, Object> oldValues() {
        return Map.of("pinned", !pinned);
    }

    @Override
    public Map<String, Object> newValues() {
        return Map.of("pinned", pinned);
    }
}
