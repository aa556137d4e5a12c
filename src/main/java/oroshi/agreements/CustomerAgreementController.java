package oroshi.agreements;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.rest.ResourceCollection;

/** Attestations for a customer, and whether it accepted itself. */
@RestController
class CustomerAgreementController {
    private final Agreements agreements;
    private final NamedVersions versions;
    private final Templates templates;
    private final DocumentLinks documents;

    CustomerAgreementController(
            Agreements agreements, NamedVersions versions, Templates templates, DocumentLinks documents) {
        this.agreements = agreements;
        this.versions = versions;
        this.templates = templates;
        this.documents = documents;
    }

    @GetMapping("/v1/customers/{customerId}/agreements")
    @Allows(
            roles = {Role.ADMIN_AGENT, Role.SALES_AGENT},
            publicCloudOnly = true)
    ResourceCollection<AgreementResource> list(
            Caller caller,
            @PathVariable CustomerId customerId,
            @RequestParam(required = false) @Nullable String agreementType) {
        var selection = AgreementSelection.of(agreementType, templates);
        return ResourceCollection.of(agreements.history(caller.partnerId(), customerId).stream()
                .filter(acceptance -> selection.contains(acceptance.template()))
                .map(acceptance -> AgreementResource.listed(
                        acceptance, documents.page(acceptance.template().type())))
                .toList());
    }

    @PostMapping("/v1/customers/{customerId}/agreements")
    @ResponseStatus(HttpStatus.CREATED)
    @Allows(
            roles = {Role.ADMIN_AGENT, Role.SALES_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER},
            publicCloudOnly = true)
    AgreementResource attest(
            Caller caller, @PathVariable CustomerId customerId, @RequestBody AgreementRequest request) {
        agreements.requireAttesting(caller.partnerId(), customerId);
        var attestation = versions.read(request.demanded(), customerId);
        return AgreementResource.created(agreements.attestNamedVersion(caller.partnerId(), customerId, attestation));
    }

    @GetMapping("/v1/customers/{customerId}/directSignedMicrosoftCustomerAgreementStatus")
    @Allows(
            roles = {Role.ADMIN_AGENT, Role.SALES_AGENT},
            publicCloudOnly = true)
    DirectSignedResource directSigned(Caller caller, @PathVariable CustomerId customerId) {
        var type = AgreementSelection.type("type", "MicrosoftCustomerAgreement", templates);
        return new DirectSignedResource(
                agreements.findDirect(caller.partnerId(), customerId, type).isPresent());
    }

    /** Whether the customer accepted itself. */
    record DirectSignedResource(boolean isSigned) {}
}
