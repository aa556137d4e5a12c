package oroshi.onboarding;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import oroshi.access.Caller;
import oroshi.access.Permission;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.basics.Problem;
import oroshi.basics.Problems;
import oroshi.basics.Reason;
import oroshi.basics.Refusal;
import oroshi.customers.Country;
import oroshi.customers.CustomerEntry;
import oroshi.customers.CustomerRow;
import oroshi.customers.EducationSegment;
import oroshi.customers.EmailLimits;
import oroshi.customers.GovernmentEntityKind;
import oroshi.customers.NewCustomer;
import oroshi.customers.Qualification;
import oroshi.customers.QualificationRequest;
import oroshi.customers.QualificationRules;
import oroshi.customers.Tag;
import oroshi.directory.DirectoryRefusal;
import oroshi.directory.DomainPrefix;
import oroshi.partners.Partner;
import oroshi.partners.PartnerRefusal;
import oroshi.partners.ValidationCode;

/** One check of one page of Account info. */
final class AccountChecking {
    static final String NO_RESELLER = "none";

    /** What a government cloud never asks for: whoever sends it all the same is refused, not ignored (J12-01). */
    private static final Set<AccountField> ONLY_PUBLIC_CLOUD = EnumSet.of(
            AccountField.QUALIFICATION,
            AccountField.EDUCATION_SEGMENT,
            AccountField.EDUCATION_WEBSITE,
            AccountField.GCC_VALIDATION_CODE,
            AccountField.AGREEMENT_MODE,
            AccountField.AGREEMENT_LANGUAGE,
            AccountField.AGREEMENT_DATE,
            AccountField.SIGNER_DIFFERS,
            AccountField.RESELLER);

    private final AccountRules rules;
    private final Caller caller;
    private final AccountInput input;
    private final Partner partner;
    private final Problems problems = new Problems();
    private final AgreementChecking agreement;

    AccountChecking(
            AccountRules rules,
            Caller caller,
            AccountInput input,
            Function<String, Optional<LocalDate>> dates,
            boolean atSubmit) {
        this.rules = rules;
        this.caller = caller;
        this.input = input;
        this.partner = rules.partners().get(caller.partnerId());
        this.agreement = new AgreementChecking(rules, caller, partner, input, dates, atSubmit);
    }

    AccountCheck result() {
        refuseWhatTheCloudLacks();
        var customer = customer();
        var domain = domain();
        var qualification = qualification();
        var choice = agreement.check(problems);
        var kind = entityKind();
        var reseller = reseller();
        var tags = tags();
        var info = problems.isEmpty()
                ? customer.flatMap(known -> domain.flatMap(name -> choice.map(
                        how -> new CheckedAccount(name, known, reseller, how, qualification, kind, tags, true, true))))
                : Optional.<CheckedAccount>empty();
        return new AccountCheck(
                inOrderOfForm(),
                info,
                customer.map(NewCustomer::companyName)
                        .filter(name -> name.isSuspicious())
                        .isPresent(),
                customer.flatMap(this::duplicate));
    }

    private void refuseWhatTheCloudLacks() {
        if (!partner.cloud().isPublic()) {
            ONLY_PUBLIC_CLOUD.stream()
                    .filter(input::has)
                    .forEach(field -> problem(field, OnboardingRefusal.NOT_IN_THIS_CLOUD));
        }
    }

    private Optional<NewCustomer> customer() {
        var found = new Problems();
        var customer = rules.customerRules().check(entry(), limits(), found);
        found.list().stream().map(FieldPaths::onForm).map(List::of).forEach(problems::addAll);
        var country = input.get(AccountField.COUNTRY);
        if (!country.isBlank() && !rules.markets().maySell(partner, country)) {
            problem(AccountField.COUNTRY, PartnerRefusal.COUNTRY_NOT_IN_MARKET, countryName());
        }
        return customer;
    }

    private CustomerEntry entry() {
        return new CustomerEntry(
                input.get(AccountField.COUNTRY),
                input.get(AccountField.COMPANY_NAME),
                input.get(AccountField.ADDRESS_LINE_1),
                input.get(AccountField.ADDRESS_LINE_2),
                null,
                input.get(AccountField.CITY),
                input.get(AccountField.STATE),
                null,
                input.get(AccountField.POSTAL_CODE),
                input.get(AccountField.REGISTRATION_ID),
                input.get(AccountField.CULTURE),
                null,
                input.get(AccountField.CONTACT_FIRST_NAME),
                input.get(AccountField.CONTACT_LAST_NAME),
                input.get(AccountField.CONTACT_EMAIL),
                input.get(AccountField.CONTACT_PHONE));
    }

    private EmailLimits limits() {
        return asksFor(Qualification.EDUCATION)
                ? EmailLimits.ofEducation(
                        partner.verifiedDomains(), rules.directory().suffix(partner.cloud()))
                : EmailLimits.of(partner.verifiedDomains());
    }

    private Optional<DomainPrefix> domain() {
        var typed = input.get(AccountField.DOMAIN_PREFIX);
        if (typed.isBlank()) {
            required(AccountField.DOMAIN_PREFIX);
            return Optional.empty();
        }
        try {
            var prefix = rules.directory().prefix(partner.cloud(), typed);
            if (!rules.directory().isFree(partner.cloud(), prefix)) {
                problem(
                        AccountField.DOMAIN_PREFIX,
                        DirectoryRefusal.DOMAIN_TAKEN,
                        rules.directory().domainName(partner.cloud(), prefix),
                        String.join(", ", rules.directory().proposals(partner.cloud(), prefix)));
            }
            return Optional.of(prefix);
        } catch (Refusal refused) {
            problem(
                    AccountField.DOMAIN_PREFIX,
                    refused.reason(),
                    refused.arguments().toArray());
            return Optional.empty();
        }
    }

    private boolean asksFor(Qualification qualification) {
        return input.get(AccountField.QUALIFICATION).equals(qualification.name());
    }

    private Optional<QualificationRequest> qualification() {
        if (!partner.cloud().isPublic()) {
            return Optional.empty();
        }
        var asked = find(Qualification.values(), input.get(AccountField.QUALIFICATION));
        if (asked.isEmpty()) {
            if (input.has(AccountField.QUALIFICATION)) {
                problem(AccountField.QUALIFICATION, OnboardingRefusal.VALUE_UNKNOWN);
            }
            return Optional.empty();
        }
        if (asksFor(Qualification.GOVERNMENT_COMMUNITY_CLOUD)) {
            governmentCommunity();
        }
        return request(asked.get());
    }

    private Optional<QualificationRequest> request(Qualification asked) {
        var found = new Problems();
        var request = QualificationRules.check(
                asked,
                find(EducationSegment.values(), input.get(AccountField.EDUCATION_SEGMENT))
                        .orElse(null),
                input.get(AccountField.EDUCATION_WEBSITE),
                input.get(AccountField.GCC_VALIDATION_CODE),
                found);
        found.list().stream().map(FieldPaths::onForm).map(List::of).forEach(problems::addAll);
        return request;
    }

    private void governmentCommunity() {
        if (!input.get(AccountField.COUNTRY).equals("US")) {
            problem(AccountField.QUALIFICATION, OnboardingRefusal.VALUE_UNKNOWN);
        }
        var code = input.get(AccountField.GCC_VALIDATION_CODE).strip();
        var held = rules.validationCodes().list(partner.id()).stream()
                .filter(each -> each.code().equals(code))
                .findFirst();
        if (!code.isEmpty() && held.map(ValidationCode::remainingCreates).orElse(0) < 1) {
            problem(
                    AccountField.GCC_VALIDATION_CODE,
                    held.isPresent() ? PartnerRefusal.VALIDATION_CODE_USED_UP : PartnerRefusal.VALIDATION_CODE_UNKNOWN,
                    code);
        }
    }

    private Optional<GovernmentEntityKind> entityKind() {
        if (partner.cloud().isPublic()) {
            return Optional.empty();
        }
        var kind = find(GovernmentEntityKind.values(), input.get(AccountField.GOV_ENTITY_KIND));
        if (kind.isEmpty()) {
            required(AccountField.GOV_ENTITY_KIND);
        }
        return kind;
    }

    private Optional<Partner> reseller() {
        if (!partner.cloud().isPublic()) {
            return Optional.empty();
        }
        var typed = input.get(AccountField.RESELLER).strip();
        if (partner.type() != PartnerType.INDIRECT_PROVIDER) {
            if (!typed.isEmpty()) {
                problem(AccountField.RESELLER, OnboardingRefusal.VALUE_UNKNOWN);
            }
            return Optional.empty();
        }
        if (typed.isEmpty()) {
            problem(AccountField.RESELLER, OnboardingRefusal.RESELLER_REQUIRED);
            return Optional.empty();
        }
        return typed.equals(NO_RESELLER) ? Optional.empty() : chosenReseller(typed);
    }

    private Optional<Partner> chosenReseller(String typed) {
        try {
            return Optional.of(rules.partnerships()
                    .requireSelectable(
                            partner.id(), new PartnerId(UUID.fromString(typed)), input.get(AccountField.COUNTRY)));
        } catch (Refusal refused) {
            problem(AccountField.RESELLER, refused.reason(), refused.arguments().toArray());
        } catch (IllegalArgumentException noId) {
            problem(AccountField.RESELLER, OnboardingRefusal.VALUE_UNKNOWN);
        }
        return Optional.empty();
    }

    private Set<Tag> tags() {
        var tags = new TreeSet<Tag>();
        if (!input.has(AccountField.TAGS) || !caller.may(Permission.CUSTOMER_TAGS)) {
            return tags;
        }
        for (var typed : input.get(AccountField.TAGS).split("[,、，]")) {
            if (!typed.isBlank()) {
                tag(typed).ifPresent(tags::add);
            }
        }
        return tags;
    }

    private Optional<Tag> tag(String typed) {
        try {
            return Optional.of(Tag.parse(typed));
        } catch (Refusal refused) {
            problem(AccountField.TAGS, refused.reason());
            return Optional.empty();
        }
    }

    private Optional<CustomerRow> duplicate(NewCustomer customer) {
        return rules.customers()
                .findDuplicate(
                        partner.id(), customer.companyName(), customer.address().country());
    }

    private Object countryName() {
        var code = input.get(AccountField.COUNTRY);
        return Country.find(code).<Object>map(known -> known).orElse(code);
    }

    private List<Problem> inOrderOfForm() {
        return problems.list().stream()
                .sorted(Comparator.comparingInt(problem -> AccountField.find(problem.field())
                        .map(AccountField::ordinal)
                        .orElse(Integer.MAX_VALUE)))
                .toList();
    }

    private void required(AccountField field) {
        problem(field, OnboardingRefusal.REQUIRED);
    }

    private void problem(AccountField field, Reason reason, Object... arguments) {
        problems.add(field.key(), reason, arguments);
    }

    static <E extends Enum<E>> Optional<E> find(E[] values, String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name.strip().toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
