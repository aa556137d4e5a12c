package oroshi.administration;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;

/** A registrar has added a domain to a customer's directory. */
record VerifiedDomainAdded(CustomerId customer, CustomerDomainResource domain) implements BusinessEvent {
    @Override
    public String operation() {
        return "add_customer_domain";
    }

    @Override
    public String resourceType() {
        return "customer_domain";
    }

    @Override
    public String resourceId() {
        return domain.name();
    }

    @Override
    public Optional<CustomerId> customerId() {
        return Optional.of(customer);
    }

    @Override
    public Map<String, Object> newValues() {
        return Map.of(
                "domain",
                domain.name(),
                "authenticationType",
                domain.authenticationType().name().toLowerCase(Locale.ROOT));
    }
}
