package oroshi.customers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;

/** A partner has added a customer; published inside the transaction that stores it. */
public record CustomerAdded(Customer customer) implements BusinessEvent {
    @Override
    public String operation() {
        return "add_customer";
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
    public Map<String, Object> newValues() {
        var values = new LinkedHashMap<String, Object>();
        values.put("domain", customer.domain());
        values.putAll(BillingProfileUpdated.values(customer.billing()));
        customer.company().registrationId().ifPresent(id -> values.put("registrationId", id.value()));
        customer.reseller().ifPresent(reseller -> values.put("reseller", reseller.toString()));
        if (customer.addressStanding() != AddressStanding.VERIFIED) {
            values.put("addressStanding", customer.addressStanding().name());
        }
        customer.entityKind().ifPresent(kind -> values.put("entityKind", kind.name()));
        return values;
    }

    @Override
    public Optional<String> webhook() {
        return Optional.of("customer-created");
    }
}
