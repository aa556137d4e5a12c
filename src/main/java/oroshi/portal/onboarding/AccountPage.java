package oroshi.portal.onboarding;

import java.util.List;
import java.util.Optional;
import oroshi.customers.CountryRules;
import oroshi.customers.StateKind;
import oroshi.portal.Choice;
import oroshi.portal.Form;
import oroshi.portal.Formats;

/**
 * What Account info shows.
 *
 * @param rules of the chosen country; empty while none is chosen
 * @param registrationLabel what the country calls its registration id
 * @param qualifications empty in clouds without special qualifications
 * @param agreement empty in clouds without a customer agreement
 * @param name what may be doubtful about the company name
 * @param kinds of government customer; empty in the public cloud
 * @param resellers to choose from; empty for partners without resellers
 * @param knownTags which the partner's customers carry already, to be used again
 * @param question of the address check; empty unless the user has to choose
 */
public record AccountPage(
        Wizard wizard,
        Form form,
        List<Choice> countries,
        Optional<CountryRules> rules,
        List<Choice> states,
        String registrationLabel,
        String domainSuffix,
        NameHint name,
        List<Choice> cultures,
        List<Choice> qualifications,
        List<Choice> segments,
        List<Choice> validationCodes,
        Optional<AgreementSection> agreement,
        List<Choice> kinds,
        List<Choice> resellers,
        boolean tags,
        List<String> knownTags,
        Optional<AddressQuestion> question) {

    /** What the section Customer agreement shows. */
    public record AgreementSection(
            List<Choice> modes,
            List<Document> documents,
            Optional<String> missingFor,
            boolean signerOpen,
            String signer,
            boolean germany) {}

    /** The text of the agreement in one language. */
    public record Document(String language, String href) {}

    public boolean asksForState() {
        return rules.map(country -> country.stateKind() != StateKind.NONE).orElse(true);
    }

    public boolean listsStates() {
        return !states.isEmpty();
    }

    public boolean requiresState() {
        return rules.map(country -> country.stateKind() == StateKind.LIST).orElse(false);
    }

    public boolean requiresPostalCode() {
        return rules.map(CountryRules::postalCodeRequired).orElse(false);
    }

    public String postalExample() {
        return rules.map(CountryRules::postalExample).orElse("");
    }

    /** The registration id, and with it the phone number. */
    public boolean requiresRegistration() {
        return rules.map(country -> country.registrationId().required()).orElse(false);
    }

    /** Where last names come first, forms ask for them first (P1). */
    public boolean lastNameFirst() {
        return Formats.isFamilyNameFirst(form.value("culture"));
    }
}
