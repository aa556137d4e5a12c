package oroshi.access;

import java.util.Map;
import java.util.Optional;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;
import oroshi.basics.UserId;

/** A person has tied another account of the person's own to this one, or untied it; which one is nobody's business here. */
record AccountLinked(UserId userId, boolean linked) implements BusinessEvent {
    @Override
    public String operation() {
        return linked ? "link_account" : "unlink_account";
    }

    @Override
    public String resourceType() {
        return "user";
    }

    @Override
    public String resourceId() {
        return userId.toString();
    }

    @Override
    public Optional<CustomerId> customerId() {
        return Optional.empty();
    }

    @Override
    public Map<String, Object> newValues() {
        return Map.of("linked", linked);
    }
}
