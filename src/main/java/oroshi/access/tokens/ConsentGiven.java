package oroshi.access.tokens;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;

/** A person has let an application act for him, or for everybody of the organization. */
record ConsentGiven(UUID applicationId, String person, boolean everybody) implements BusinessEvent {
    @Override
    public String operation() {
        return "consent_to_application";
    }

    @Override
    public String resourceType() {
        return "application";
    }

    @Override
    public String resourceId() {
        return applicationId.toString();
    }

    @Override
    public Optional<CustomerId> customerId() {
        return Optional.empty();
    }

    @Override
    public Map<String, Object> newValues() {
        return Map.of("grantedBy", person, "forEverybody", everybody);
    }
}
