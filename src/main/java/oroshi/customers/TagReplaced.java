package oroshi.customers;

import java.util.Map;
import java.util.Optional;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;

/**
 * A partner has renamed, merged or deleted a tag on all customers that carried it.
 *
 * @param after the tag that they carry instead; empty when it was deleted
 */
public record TagReplaced(Tag before, Optional<Tag> after, long customers) implements BusinessEvent {
    @Override
    public String operation() {
        return after.isPresent() ? "rename_customer_tag" : "delete_customer_tag";
    }

    @Override
    public String resourceType() {
        return "customer_tag";
    }

    @Override
    public String resourceId() {
        return before.value();
    }

    @Override
    public Optional<CustomerId> customerId() {
        return Optional.empty();
    }

    @Override
    public Map<String, Object> oldValues() {
        return Map.of("tag", before.value());
    }

    @Override
    public Map<String, Object> newValues() {
        return after.<Map<String, Object>>map(tag -> Map.of("tag", tag.value())).orElse(Map.of());
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("customers", customers);
    }
}
