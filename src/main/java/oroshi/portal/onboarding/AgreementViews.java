package oroshi.portal.onboarding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import oroshi.access.Caller;
import oroshi.access.Permission;
import oroshi.agreements.AgreementTemplate;
import oroshi.agreements.Agreements;
import oroshi.basics.Typed;
import oroshi.clock.Clocks;
import oroshi.customers.CountryRules;
import oroshi.onboarding.AccountField;
import oroshi.onboarding.AccountInput;
import oroshi.partners.Partner;
import oroshi.portal.Choice;
import oroshi.portal.Formats;
import oroshi.portal.Texts;

/** The section Customer agreement: how it is accepted, which text, and who signed. */
@Component
class AgreementViews {
    private final Agreements agreements;
    private final Clocks clocks;

    AgreementViews(Agreements agreements, Clocks clocks) {
        this.agreements = agreements;
        this.clocks = clocks;
    }

    AccountPage.AgreementSection section(Caller caller, Partner partner, AccountInput input, Texts texts) {
        var country = input.get(AccountField.COUNTRY);
        var template = agreements.latestTemplate(
                partner.cloud(), country, clocks.of(partner.id()).instant());
        return new AccountPage.AgreementSection(
                modes(caller, texts),
                template.map(version -> documents(version, texts)).orElse(List.of()),
                template.isPresent() ? Optional.empty() : missing(country, texts),
                input.has(AccountField.SIGNER_DIFFERS),
                signer(input),
                country.equals("DE"));
    }

    private List<Choice> modes(Caller caller, Texts texts) {
        var modes = new ArrayList<Choice>();
        var accepted = Choice.of("accepted", texts.text("wizard.agreement.accepted"));
        modes.add(
                caller.may(Permission.CUSTOMER_ADD_ATTESTED)
                        ? accepted
                        : accepted.disabledBecause(texts.text("agreement.notAllowed")));
        if (agreements.directAcceptanceOffered()) {
            modes.add(Choice.of("ask", texts.text("wizard.agreement.ask")));
        }
        return modes;
    }

    /** The text in every language, the reader's first. */
    private static List<AccountPage.Document> documents(AgreementTemplate template, Texts texts) {
        var reader = texts.language().locale();
        var first = template.languageFor(reader);
        return template.languages().stream()
                .sorted((one, other) -> Boolean.compare(other.equals(first), one.equals(first)))
                .map(language -> new AccountPage.Document(
                        Locale.forLanguageTag(language).getDisplayName(reader),
                        AgreementTextPages.address(template, language)))
                .toList();
    }

    private static Optional<String> missing(String country, Texts texts) {
        return CountryRules.find(country)
                .map(rules -> rules.country().in(texts.language().locale()));
    }

    private static String signer(AccountInput input) {
        var first = Typed.name(input.get(AccountField.CONTACT_FIRST_NAME));
        var last = Typed.name(input.get(AccountField.CONTACT_LAST_NAME));
        var name = Formats.name(first, last, input.get(AccountField.CULTURE));
        var email = Typed.email(input.get(AccountField.CONTACT_EMAIL));
        return email.isEmpty() ? name : (name + " <" + email + ">").strip();
    }
}
