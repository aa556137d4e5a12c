package oroshi.agreements;

import java.util.Map;
import java.util.Optional;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;

/** A partner attested that its customer accepted an agreement. */
public record AgreementAttested(CustomerId customer, NewAttestation attestation) implements BusinessEvent {
    @Override
    public String operation() {
        return "create_agreement";
    }

    @Override
    public String resourceType() {
        return "agreement";
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
    public Map<String, Object> newValues() {
        var signer = attestation.signer();
        var template = attestation.template();
        return Map.of(
                "type", template.type().key(),
                "templateId", template.templateId(),
                "country", template.country(),
                "effectiveFrom", template.effectiveFrom().toString(),
                "language", attestation.language(),
                "firstName", signer.firstName(),
                "lastName", signer.lastName(),
                "email", signer.email(),
                "phoneNumber", signer.phone(),
                "dateAgreed", attestation.day().toString());
    }
}
