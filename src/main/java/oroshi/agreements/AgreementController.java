package oroshi.agreements;

import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.basics.Refusal;
import oroshi.clock.Clocks;
import oroshi.rest.Links;
import oroshi.rest.ResourceCollection;

/** Which agreements there are, and where to read them. */
@RestController
class AgreementController {
    private static final String DOCUMENTED = "MicrosoftCustomerAgreement";

    private final Templates templates;
    private final DocumentLinks documents;
    private final Clocks clocks;

    AgreementController(Templates templates, DocumentLinks documents, Clocks clocks) {
        this.templates = templates;
        this.documents = documents;
        this.clocks = clocks;
    }

    @GetMapping("/v1/agreements")
    @Allows(
            roles = {
                Role.ADMIN_AGENT,
                Role.SALES_AGENT,
                Role.GLOBAL_ADMIN,
                Role.USER_MANAGEMENT_ADMIN,
                Role.HELPDESK_AGENT
            },
            publicCloudOnly = true)
    ResourceCollection<AgreementMetadataResource> list(
            Caller caller, @RequestParam(required = false) @Nullable String agreementType) {
        var selection = AgreementSelection.of(agreementType, templates);
        var today =
                clocks.of(caller.partnerId()).instant().atOffset(ZoneOffset.UTC).toLocalDate();
        var items = templates.editions(today).stream()
                .filter(selection::contains)
                .map(template -> AgreementMetadataResource.of(template, documents.page(template.type())))
                .toList();
        var query = agreementType == null ? "" : "?agreementType=" + agreementType;
        return ResourceCollection.of(items, Links.self("/agreements" + query));
    }

    @GetMapping("/v1/agreementtemplates/{templateId}/document")
    @Allows(
            roles = {
                Role.ADMIN_AGENT,
                Role.SALES_AGENT,
                Role.GLOBAL_ADMIN,
                Role.USER_MANAGEMENT_ADMIN,
                Role.HELPDESK_AGENT
            },
            publicCloudOnly = true)
    AgreementDocumentResource document(
            @PathVariable String templateId,
            @RequestParam(defaultValue = "US") String country,
            @RequestParam(defaultValue = "en-US") String language) {
        var type = templates
                .typeOfEdition(templateId)
                .orElseThrow(() -> Refusal.because(AgreementRefusal.TEMPLATE_ABSENT, templateId));
        if (!type.wireName().equals(DOCUMENTED)) {
            throw Refusal.of("templateId", AgreementRefusal.TEMPLATE_WITHOUT_DOCUMENT, type.wireName());
        }
        return templates
                .ofEdition(templateId, country)
                .filter(found -> found.country().equals(country))
                .map(template -> documents.of(template, language))
                .orElseThrow(() -> Refusal.of("country", AgreementRefusal.COUNTRY_WITHOUT_DOCUMENT, country));
    }
}
