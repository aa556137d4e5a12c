package oroshi.agreements;

import java.util.Locale;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.Refusal;
import oroshi.directory.Directory;
import oroshi.directory.Tenant;
import oroshi.relationships.RelationshipRefusal;
import oroshi.rest.RestRefusal;

/** Finds what an API caller means by a template id: the version of that edition for the customer's country. */
@Component
class NamedVersions {
    private final Templates templates;
    private final Directory directory;

    NamedVersions(Templates templates, Directory directory) {
        this.templates = templates;
        this.directory = directory;
    }

    /** The attestation with its version; refuses an unknown template, and a type that is not the template's. */
    NewAttestation read(AgreementRequest.Demanded request, CustomerId customerId) {
        var type = AgreementSelection.type("type", request.type(), templates);
        if (templates.typeOfEdition(request.templateId()).isEmpty()) {
            throw Refusal.of("templateId", AgreementRefusal.TEMPLATE_UNKNOWN, request.templateId());
        }
        var tenant = tenant(customerId);
        var template = templates
                .ofEdition(request.templateId(), tenant.country())
                .orElseThrow(() -> Refusal.of("templateId", AgreementRefusal.NO_TEMPLATE, tenant.country()));
        if (!template.type().equals(type)) {
            throw Refusal.of(
                    "type",
                    RestRefusal.INVALID_VALUE,
                    "the template is a " + template.type().wireName());
        }
        var language = template.languageFor(Locale.forLanguageTag(tenant.culture()));
        return new NewAttestation(request.signer(), request.agreedAt(), template, language);
    }

    private Tenant tenant(CustomerId customerId) {
        return directory
                .findTenant(customerId.tenantId())
                .orElseThrow(() -> Refusal.because(RelationshipRefusal.CUSTOMER_UNKNOWN, customerId));
    }
}
