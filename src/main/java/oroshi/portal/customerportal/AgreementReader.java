package oroshi.portal.customerportal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import oroshi.agreements.AgreementTemplate;
import oroshi.agreements.AgreementText;
import oroshi.agreements.AgreementTexts;
import oroshi.agreements.DirectAcceptance;
import oroshi.agreements.DirectAcceptances;
import oroshi.basics.TenantId;
import oroshi.portal.Choice;
import oroshi.portal.Form;
import oroshi.portal.Texts;

/** The agreement as a customer's person reads it before accepting, wherever the portal asks for that. */
@Component
class AgreementReader {
    private final AgreementTexts documents;
    private final DirectAcceptances acceptances;

    AgreementReader(AgreementTexts documents, DirectAcceptances acceptances) {
        this.documents = documents;
        this.acceptances = acceptances;
    }

    /** The text in the language that was chosen, else in the portal's as far as the template has it. */
    AgreementText text(AgreementTemplate template, Form form, Texts texts) {
        var language = template.isIn(form.value("language"))
                ? form.value("language")
                : template.languageFor(texts.language().locale());
        form.fill("language", language);
        return documents.shown(template, language);
    }

    List<Choice> languages(AgreementTemplate template, Texts texts) {
        return template.languages().stream()
                .map(tag -> Choice.of(
                        tag,
                        Locale.forLanguageTag(tag)
                                .getDisplayName(texts.language().locale())))
                .toList();
    }

    /** The company's own acceptance of this version or a later one. */
    Optional<DirectAcceptance> accepted(TenantId tenantId, AgreementTemplate template) {
        return acceptances
                .find(tenantId, template.type())
                .filter(acceptance -> acceptance.template().versionRank() >= template.versionRank());
    }
}
