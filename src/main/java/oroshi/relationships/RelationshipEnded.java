package oroshi.relationships;

import java.util.Map;
import java.util.Optional;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;

/** A partner has ended its relationship with a customer; the name is kept, because the customer leaves the list. */
public record RelationshipEnded(Relationship relationship, String customerName) implements BusinessEvent {
    @Override
    public String operation() {
        return "remove_partner_customer_relationship";
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
    public Map<String, Object> oldValues() {
        return Map.of("customer", customerName, "delegatedAdministration", relationship.delegatedAdministration());
    }

    @Override
    public Optional<String> webhook() {
        return Optional.of("customer-relationship-removed");
    }
}
