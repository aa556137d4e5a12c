package oroshi.customers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;

/** A partner has changed the words by which it groups a customer. */
public record TagsAssigned(CustomerId id, List<Tag> before, List<Tag> after) implements BusinessEvent {
    @Override
    public String operation() {
        return "update_customer_tags";
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
        return Map.of("tags", texts(before));
    }

    @Override
    public Map<String, Object> newValues() {
        return Map.of("tags", texts(after));
    }

    private static List<String> texts(List<Tag> tags) {
        return tags.stream().map(Tag::value).toList();
    }
}
