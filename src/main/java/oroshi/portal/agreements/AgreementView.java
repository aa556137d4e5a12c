package oroshi.portal.agreements;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import oroshi.agreements.Acceptance;
import oroshi.agreements.AgreementStatus;
import oroshi.agreements.AgreementTemplate;
import oroshi.customers.Customer;
import oroshi.customers.PhoneNumber;
import oroshi.portal.Choice;
import oroshi.portal.Form;
import oroshi.portal.Texts;
import oroshi.portal.customers.RecordHead;

/**
 * A customer's agreement as its page shows it.
 *
 * @param customerName name of its company in the directory
 * @param latest the version that can be attested now; empty when none is written for the country
 * @param preview where it can be read in the reader's language
 * @param mayAttest whether the visitor may confirm the acceptance
 */
public record AgreementView(
        RecordHead head,
        Customer customer,
        String customerName,
        AgreementStatus status,
        Optional<AgreementTemplate> latest,
        Optional<String> preview,
        List<Acceptance> history,
        boolean mayAttest,
        boolean mayAsk) {
    public AgreementView {
        history = List.copyOf(history);
    }

    /** The form that attests, which starts with the customer's primary contact. */
    public Form prefilled(Texts texts) {
        var contact = customer.billing().contact();
        var form = Form.empty()
                .fill("firstName", contact.firstName())
                .fill("lastName", contact.lastName())
                .fill("email", contact.email().value())
                .fill("phone", contact.phone().map(PhoneNumber::value).orElse(""));
        latest.map(template -> template.languageFor(texts.language().locale()))
                .ifPresent(language -> form.fill("language", language));
        return form;
    }

    /** The languages that the text can have been read in. */
    public List<Choice> languages(Texts texts) {
        var reader = texts.language().locale();
        return latest.stream()
                .flatMap(template -> template.languages().stream())
                .map(language ->
                        Choice.of(language, Locale.forLanguageTag(language).getDisplayName(reader)))
                .toList();
    }

    public String address() {
        return head.path() + "/agreement";
    }

    /** Key of the state's name. */
    public String stateKey() {
        return "agreement.state." + status.state();
    }
}
