package oroshi.customers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;

/** A partner has applied for a qualification of a customer, or the operator has decided on one. */
public record QualificationUpdated(CustomerId id, CustomerQualification qualification) implements BusinessEvent {
    @Override
    public String operation() {
        return "update_customer_qualification";
    }

    @Override
    public String resourceType() {
        return "customer";
    }

    @Override
    public String resourceId() {
        return id.toString();
    }

    @Override
    public Optional<CustomerId> customerId() {
        return Optional.of(id);
    }

    @Override
    public Map<String, Object> newValues() {
        var values = new LinkedHashMap<String, Object>();
        values.put("qualification", qualification.qualification().wireName());
        qualification.vettingStatus().ifPresent(status -> values.put("vettingStatus", status.wireName()));
        qualification.vettingReason().ifPresent(reason -> values.put("vettingReason", reason));
        return values;
    }
}
