package oroshi.customers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;

/** A partner has changed to whom a customer's services are billed. */
public record BillingProfileUpdated(CustomerId id, BillingProfile before, BillingProfile after)
        implements BusinessEvent {
    @Override
    public String operation() {
        return "update_customer_billing_profile";
    }

    @Override
    public String resourceType() {
        return "customer_billing_profile";
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
    public Map<String, Object> oldValues() {
        return values(before);
    }

    @Override
    public Map<String, Object> newValues() {
        return values(after);
    }

    /** The profile's fields by name; a field without a value is left out. */
    static Map<String, Object> values(BillingProfile profile) {
        var values = new LinkedHashMap<String, Object>();
        values.put("companyName", profile.companyName().value());
        var address = profile.address();
        values.put("country", address.country());
        put(values, "postalCode", address.postalCode());
        put(values, "state", address.state());
        put(values, "region", address.region());
        values.put("city", address.city());
        values.put("addressLine1", address.addressLine1());
        put(values, "addressLine2", address.addressLine2());
        put(values, "addressLine3", address.addressLine3());
        values.put("firstName", profile.contact().firstName());
        values.put("lastName", profile.contact().lastName());
        values.put("email", profile.contact().email().value());
        put(values, "phone", profile.phone().map(PhoneNumber::value).orElse(null));
        values.put("culture", profile.culture().tag());
        values.put("language", profile.language());
        return values;
    }

    private static void put(Map<String, Object> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
