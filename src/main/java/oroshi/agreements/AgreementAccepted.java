package oroshi.agreements;

import java.util.Map;
import java.util.Optional;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;

/** A customer accepted an agreement itself; told to every partner that serves it. */
public record AgreementAccepted(DirectAcceptance acceptance) implements BusinessEvent {
    @Override
    public String operation() {
        return "accept_agreement";
    }

    @Override
    public String resourceType() {
        return "agreement";
    }

    @Override
    public String resourceId() {
        return acceptance.tenantId().toString();
    }

    @Override
    public Optional<CustomerId> customerId() {
        return Optional.of(CustomerId.of(acceptance.tenantId()));
    }

    @Override
    public Map<String, Object> newValues() {
        var template = acceptance.template();
        return Map.of(
                "type", template.type().key(),
                "templateId", template.templateId(),
                "language", acceptance.language(),
                "acceptedBy", acceptance.userName(),
                "acceptedAt", acceptance.acceptedAt().toString());
    }

    @Override
    public Optional<String> webhook() {
        return Optional.of("customer-agreement-accepted");
    }
}
