package oroshi.relationships;

import java.util.Map;
import java.util.Optional;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;

/** A customer that existed before has accepted the partner as its reseller. */
public record RelationshipExtended(Relationship relationship) implements BusinessEvent {
    @Override
    public String operation() {
        return "extend_relationship";
    }

    @Override
    public String resourceType() {
        return "partner_customer_relationship";
    }

    @Override
    public String resourceId() {
        return relationship.customerId().toString();
    }

    @Override
    public Optional<CustomerId> customerId() {
        return Optional.of(relationship.customerId());
    }

    @Override
    public Map<String, Object> newValues() {
        return Map.of("delegatedAdministration", relationship.delegatedAdministration());
    }

    @Override
    public Optional<String> webhook() {
        return Optional.of("reseller-relationship-accepted-by-customer");
    }
}
