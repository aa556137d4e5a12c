package oroshi.administration;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;

/** An application was let into the tenant of a customer, or is no longer; published inside the transaction. */
record ApplicationConsentChanged(CustomerId customer, ApplicationConsent consent, String operation, boolean isGiven)
        implements BusinessEvent {
    static ApplicationConsentChanged given(CustomerId customer, ApplicationConsent consent) {
        return new ApplicationConsentChanged(customer, consent, "create_application_consent", true);
    }

    static ApplicationConsentChanged withdrawn(CustomerId customer, ApplicationConsent consent) {
        return new ApplicationConsentChanged(customer, consent, "delete_application_consent", false);
    }

    @Override
    public String resourceType() {
        return "application_consent";
    }

    @Override
    public String resourceId() {
        return consent.applicationId().toString();
    }

    @Override
    public Optional<CustomerId> customerId() {
        return Optional.of(customer);
    }

    @Override
    public Map<String, Object> oldValues() {
        return isGiven ? Map.of() : values();
    }

    @Override
    public Map<String, Object> newValues() {
        return isGiven ? values() : Map.of();
    }

    private Map<String, Object> values() {
        var values = new TreeMap<String, Object>();
        consent.grants()
                .forEach(grant -> values.put(grant.enterpriseApplicationId().toString(), grant.scope()));
        if (consent.displayName() != null) {
            values.put("displayName", consent.displayName());
        }
        return values;
    }
}
