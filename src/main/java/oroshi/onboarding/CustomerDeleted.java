package oroshi.onboarding;

import java.util.Map;
import java.util.Optional;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;
import oroshi.customers.Customer;

/** A sandbox account has deleted a customer. The record of it is all that remains. */
public record CustomerDeleted(Customer customer) implements BusinessEvent {
    @Override
    public String operation() {
        return "delete_customer";
    }

    @Override
    public String resourceType() {
        return "customer";
    }

    @Override
    public String resourceId() {
        return customer.id().toString();
    }

    @Override
    public Optional<CustomerId> customerId() {
        return Optional.of(customer.id());
    }

    @Override
    public Map<String, Object> oldValues() {
        return Map.of("customer", customer.name(), "domain", customer.domain());
    }
}
