package oroshi.portal.onboarding;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import oroshi.access.Caller;
import oroshi.access.Permission;
import oroshi.basics.PartnerType;
import oroshi.basics.Typed;
import oroshi.customers.CountryRules;
import oroshi.customers.Customers;
import oroshi.customers.EducationSegment;
import oroshi.customers.GovernmentEntityKind;
import oroshi.customers.Qualification;
import oroshi.customers.Tag;
import oroshi.directory.Directory;
import oroshi.onboarding.AccountField;
import oroshi.onboarding.AccountInput;
import oroshi.onboarding.Draft;
import oroshi.partners.MarketCountry;
import oroshi.partners.Markets;
import oroshi.partners.Partner;
import oroshi.partners.Partners;
import oroshi.partners.ValidationCode;
import oroshi.partners.ValidationCodes;
import oroshi.portal.Choice;
import oroshi.portal.Form;
import oroshi.portal.Message;
import oroshi.portal.Texts;
import oroshi.relationships.Partnerships;
import oroshi.relationships.SelectableReseller;

/** Puts Account info together from the draft and what partner, country and cloud allow. */
@Component
class AccountViews {
    private static final int MOST_KNOWN_TAGS = 30;

    private final Partners partners;
    private final Customers customers;
    private final Markets markets;
    private final Directory directory;
    private final Partnerships partnerships;
    private final ValidationCodes validationCodes;
    private final AgreementViews agreements;
    private final NameHints names;

    AccountViews(
            Partners partners,
            Customers customers,
            Markets markets,
            Directory directory,
            Partnerships partnerships,
            ValidationCodes validationCodes,
            AgreementViews agreements,
            NameHints names) {
        this.partners = partners;
        this.customers = customers;
        this.markets = markets;
        this.directory = directory;
        this.partnerships = partnerships;
        this.validationCodes = validationCodes;
        this.agreements = agreements;
        this.names = names;
    }

    /** A form with what was typed. */
    static Form form(AccountInput input) {
        var form = Form.empty();
        for (var field : AccountField.values()) {
            form.fill(field.key(), input.get(field));
        }
        return form;
    }

    AccountPage page(Caller caller, Draft draft, Form form, Optional<AddressQuestion> question, Texts texts) {
        var partner = partners.get(caller.partnerId());
        var input = draft.content().account();
        var rules = CountryRules.find(input.get(AccountField.COUNTRY));
        var locale = texts.language().locale();
        var open = partner.cloud().isPublic();
        return new AccountPage(
                Wizard.of(draft.id(), draft.content(), Wizard.Page.ACCOUNT, texts),
                form,
                countries(partner, locale),
                rules,
                states(rules, locale),
                rules.map(country -> country.registrationId().in(locale))
                        .orElseGet(() -> texts.text("wizard.field.registrationId")),
                directory.suffix(partner.cloud()),
                name(caller, draft, input),
                cultures(rules, locale),
                open ? qualifications(partner, input, texts) : List.of(),
                segments(texts),
                codes(partner, texts),
                open ? Optional.of(agreements.section(caller, partner, input, texts)) : Optional.empty(),
                open ? List.of() : kinds(texts),
                resellers(partner, input, texts),
                caller.may(Permission.CUSTOMER_TAGS),
                knownTags(caller),
                question);
    }

    private List<String> knownTags(Caller caller) {
        return caller.may(Permission.CUSTOMER_TAGS)
                ? customers.tags(caller.partnerId()).stream()
                        .map(Tag::value)
                        .limit(MOST_KNOWN_TAGS)
                        .toList()
                : List.of();
    }

    private NameHint name(Caller caller, Draft draft, AccountInput input) {
        return names.of(caller, draft.id(), input.get(AccountField.COMPANY_NAME), input.get(AccountField.COUNTRY))
                .withoutProposal();
    }

    private List<Choice> countries(Partner partner, Locale locale) {
        return markets.countriesOf(partner).stream()
                .sorted(Comparator.comparing((MarketCountry country) -> country.nameIn(locale), collator(locale)))
                .map(country -> Choice.of(country.code(), country.nameIn(locale))
                        .withSearchWords(country.code() + " " + country.english() + " " + country.japanese()))
                .toList();
    }

    private static Comparator<Object> collator(Locale locale) {
        return java.text.Collator.getInstance(locale);
    }

    private static List<Choice> states(Optional<CountryRules> rules, Locale locale) {
        return rules.map(CountryRules::subdivisions).orElse(List.of()).stream()
                .map(each -> Choice.of(each.code(), each.in(locale)))
                .toList();
    }

    private static List<Choice> cultures(Optional<CountryRules> rules, Locale locale) {
        return rules.map(CountryRules::cultures).orElse(List.of()).stream()
                .map(culture -> Choice.of(culture.tag(), culture.locale().getDisplayName(locale)))
                .toList();
    }

    private List<Choice> qualifications(Partner partner, AccountInput input, Texts texts) {
        var choices = Stream.of(
                Choice.of(Qualification.EDUCATION.name(), texts.text("wizard.qualification.education")),
                Choice.of(Qualification.GOVERNMENT_COMMUNITY_CLOUD.name(), texts.text("wizard.qualification.gcc")),
                Choice.of(Qualification.STATE_OWNED_ENTITY.name(), texts.text("wizard.qualification.stateOwned")));
        var gcc = input.get(AccountField.COUNTRY).equals("US")
                && !validationCodes.list(partner.id()).isEmpty();
        return choices.filter(choice -> gcc || !choice.value().equals(Qualification.GOVERNMENT_COMMUNITY_CLOUD.name()))
                .toList();
    }

    private static List<Choice> segments(Texts texts) {
        return List.of(
                Choice.of(EducationSegment.K12.name(), texts.text("wizard.segment.k12")),
                Choice.of(EducationSegment.HIGHER_EDUCATION.name(), texts.text("wizard.segment.higherEducation")));
    }

    private List<Choice> codes(Partner partner, Texts texts) {
        return validationCodes.list(partner.id()).stream()
                .map(code -> Choice.of(code.code(), left(code, texts)))
                .toList();
    }

    private static String left(ValidationCode code, Texts texts) {
        return texts.text(
                "wizard.gccCode", "code", code.code(), "left", code.remainingCreates(), "all", code.maxCreates());
    }

    private static List<Choice> kinds(Texts texts) {
        return Arrays.stream(GovernmentEntityKind.values())
                .map(kind -> Choice.of(kind.name(), texts.text("wizard.kind." + kind.name())))
                .toList();
    }

    private List<Choice> resellers(Partner partner, AccountInput input, Texts texts) {
        if (partner.type() != PartnerType.INDIRECT_PROVIDER || !partner.cloud().isPublic()) {
            return List.of();
        }
        var none = Choice.of("none", texts.text("wizard.reseller.none"));
        var known = partnerships.selectable(partner.id(), input.get(AccountField.COUNTRY)).stream()
                .map(reseller -> reseller(reseller, texts));
        return Stream.concat(Stream.of(none), known).toList();
    }

    private static Choice reseller(SelectableReseller reseller, Texts texts) {
        var partner = reseller.partner();
        var country = CountryRules.find(partner.country())
                .map(rules -> rules.country().in(texts.language().locale()))
                .orElse(partner.country());
        var label = texts.text(
                "wizard.reseller.entry", "name", partner.legalName(), "mpnId", partner.mpnId(), "country", country);
        var choice = Choice.of(partner.id().toString(), label).withSearchWords(Typed.folded(label));
        return reseller.obstacle()
                .map(why -> choice.disabledBecause(
                        texts.text(new Message(why.reason().key(), why.arguments()))))
                .orElse(choice);
    }
}
