package oroshi.administration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;
import oroshi.directory.DirectoryUser;

/** Somebody of a customer has other licenses than before; published inside the transaction. */
record LicensesChanged(DirectoryUser user, List<String> before, List<String> after) implements BusinessEvent {
    LicensesChanged {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    @Override
    public String operation() {
        return "update_customer_user_licenses";
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
        return Map.of("licenses", before);
    }

    @Override
    public Map<String, Object> newValues() {
        return Map.of("licenses", after);
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("signInName", user.signInName());
    }
}
