package oroshi.agreements;

import java.util.List;

/** A version of an agreement for one country, as the operator sees it. */
record TemplateResource(
        String type,
        int version,
        String templateId,
        String country,
        String effectiveFrom,
        List<String> languages,
        List<String> documents) {
    static TemplateResource of(AgreementTemplate template, DocumentLinks links) {
        return new TemplateResource(
                template.type().key(),
                template.versionRank(),
                template.templateId(),
                template.country(),
                template.effectiveFrom().toString(),
                template.languages(),
                template.languages().stream()
                        .map(language -> links.preview(template, language))
                        .toList());
    }
}
