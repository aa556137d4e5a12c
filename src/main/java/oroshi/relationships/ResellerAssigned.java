package oroshi.relationships;

import java.util.Map;
import java.util.Optional;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;
import oroshi.partners.Partner;

/** Provider and reseller share a customer from now on; told to both, each about the other. */
public record ResellerAssigned(CustomerId customer, Partner other, boolean delegatedAdministration)
        implements BusinessEvent {
    @Override
    public String operation() {
        return "create_partner_relationship";
    }

    @Override
    public String resourceType() {
        return "partner_relationship";
    }

    @Override
    public String resourceId() {
        return other.id().toString();
    }

    @Override
    public Optional<CustomerId> customerId() {
        return Optional.of(customer);
    }

    @Override
    public Map<String, Object> newValues() {
        return Map.of(
                "partner", other.legalName(),
                "mpnId", other.mpnId(),
                "delegatedAdministration", delegatedAdministration);
    }
}
