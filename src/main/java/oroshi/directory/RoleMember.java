package oroshi.directory;

import java.util.Map;
import java.util.Optional;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;

/** Somebody of a customer's directory got a role there or lost one; published inside the transaction. */
public record RoleMember(DirectoryUser user, DirectoryRole role, boolean given) implements BusinessEvent {
    @Override
    public String operation() {
        return given ? "add_user_member" : "remove_user_member";
    }

    @Override
    public String resourceType() {
        return "customer_user";
    }

    @Override
    public String resourceId() {
        return user.id().toString();
    }

    @Override
    public Optional<CustomerId> customerId() {
        return Optional.of(CustomerId.of(user.tenantId()));
    }

    @Override
    public Map<String, Object> oldValues() {
        return given ? Map.of() : values();
    }

    @Override
    public Map<String, Object> newValues() {
        return given ? values() : Map.of();
    }

    private Map<String, Object> values() {
        return Map.of("signInName", user.signInName(), "role", role.key());
    }
}
