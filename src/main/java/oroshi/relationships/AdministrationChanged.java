package oroshi.relationships;

import java.util.Map;
import java.util.Optional;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;

/** A customer has given the partner delegated administration of its directory, or taken it back. */
public record AdministrationChanged(CustomerId customer, boolean granted) implements BusinessEvent {
    @Override
    public String operation() {
        return granted ? "dap_admin_relationship_approved" : "dap_admin_relationship_terminated";
    }

    @Override
    public String resourceType() {
        return "partner_customer_dap";
    }

    @Override
    public String resourceId() {
        return customer.toString();
    }

    @Override
    public Optional<CustomerId> customerId() {
        return Optional.of(customer);
    }

    @Override
    public Map<String, Object> oldValues() {
        return Map.of("delegatedAdministration", !granted);
    }

    @Override
    public Map<String, Object> newValues() {
        return Map.of("delegatedAdministration", granted);
    }

    @Override
    public Optional<String> webhook() {
        return Optional.of(granted ? "dap-admin-relationship-approved" : "dap-admin-relationship-terminated");
    }
}
