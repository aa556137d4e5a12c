package oroshi.relationships;

import java.util.Map;
import java.util.Optional;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;
import oroshi.partners.Partner;

/** A reseller has taken the administration of its own directory back from a provider; told to both about the other. */
public record PartnerAdministrationRemoved(Partner other) implements BusinessEvent {
    @Override
    public String operation() {
        return "dap_admin_relationship_terminated";
    }

    @Override
    public String resourceType() {
        return "indirect_provider_indirect_reseller_dap";
    }

    @Override
    public String resourceId() {
        return other.id().toString();
    }

    @Override
    public Optional<CustomerId> customerId() {
        return Optional.empty();
    }

    @Override
    public Map<String, Object> oldValues() {
        return Map.of("partner", other.legalName(), "mpnId", other.mpnId());
    }
}
