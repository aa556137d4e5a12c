package oroshi.customers;

import static oroshi.customers.CustomerRefusal.CULTURE_NOT_OFFERED;
import static oroshi.customers.CustomerRefusal.FIELD_CONTROL_CHARACTER;
import static oroshi.customers.CustomerRefusal.FIELD_REQUIRED;
import static oroshi.customers.CustomerRefusal.LANGUAGE_FORMAT;
import static oroshi.customers.CustomerRefusal.NAME_LENGTH;
import static oroshi.customers.CustomerRefusal.PHONE_FORMAT;
import static oroshi.customers.CustomerRefusal.PHONE_REQUIRED;
import static oroshi.customers.CustomerRefusal.REGISTRATION_ID_FORMAT;
import static oroshi.customers.CustomerRefusal.REGISTRATION_ID_NOT_EXPECTED;
import static oroshi.customers.CustomerRefusal.REGISTRATION_ID_REQUIRED;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Problem;
import oroshi.basics.Problems;
import oroshi.basics.Typed;

/** Checks one entry from top to bottom, so that the problems come in the order of the form. */
final class EntryCheck {
    private static final String PROFILE = "billingProfile.";
    private static final String ADDRESS = PROFILE + "defaultAddress.";
    private static final String REGISTRATION_ID = "companyProfile.organizationRegistrationNumber";
    private static final int LONGEST_NAME = 50;

    private final CustomerEntry entry;
    private final EmailRules emails;
    private final EmailLimits limits;
    private final boolean registrationIdForbiddenElsewhere;
    private final Problems problems = new Problems();
    private final Optional<NewCustomer> result;

    EntryCheck(CustomerEntry entry, EmailRules emails, EmailLimits limits, boolean registrationIdForbiddenElsewhere) {
        this.entry = entry;
        this.emails = emails;
        this.limits = limits;
        this.registrationIdForbiddenElsewhere = registrationIdForbiddenElsewhere;
        var customer = check();
        this.result = problems.isEmpty() ? customer : Optional.empty();
    }

    List<Problem> problems() {
        return problems.list();
    }

    /** The customer, when nothing is wrong. */
    Optional<NewCustomer> result() {
        return result;
    }

    private Optional<NewCustomer> check() {
        var name = companyName();
        var addressCheck = new AddressCheck(entry, ADDRESS);
        var address = addressCheck.address();
        problems.addAll(addressCheck.problems().list());
        var rules = address.map(PostalAddress::rules);
        var registrationId = rules.flatMap(this::registrationId);
        var culture = rules.flatMap(this::culture);
        var language = language(culture);
        var contact = contact(rules);
        if (address.isEmpty() || culture.isEmpty() || contact.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new NewCustomer(name, address.get(), registrationId, contact.get(), culture.get(), language));
    }

    private CompanyName companyName() {
        var name = Typed.name(entry.companyName());
        CompanyNameRules.problem(PROFILE + "companyName", name).ifPresent(this::add);
        return new CompanyName(name);
    }

    private Optional<RegistrationId> registrationId(CountryRules rules) {
        var rule = rules.registrationId();
        if (Typed.number(entry.registrationId()).isEmpty()) {
            if (rule.required()) {
                problems.add(REGISTRATION_ID, REGISTRATION_ID_REQUIRED, rule, rules.country());
            }
            return Optional.empty();
        }
        if (!rule.required() && registrationIdForbiddenElsewhere) {
            problems.add(REGISTRATION_ID, REGISTRATION_ID_NOT_EXPECTED, rules.country());
        }
        var id = RegistrationId.parse(rule, entry.registrationId());
        if (id.isEmpty()) {
            problems.add(REGISTRATION_ID, REGISTRATION_ID_FORMAT, Typed.number(entry.registrationId()), rule);
        }
        return id;
    }

    private Optional<Culture> culture(CountryRules rules) {
        var tag = Typed.code(entry.culture()).replace('_', '-');
        if (tag.isEmpty()) {
            problems.add(PROFILE + "culture", FIELD_REQUIRED);
            return Optional.empty();
        }
        var culture = rules.culture(tag);
        if (culture.isEmpty()) {
            problems.add(PROFILE + "culture", CULTURE_NOT_OFFERED, tag, rules.country());
        }
        return culture;
    }

    private String language(Optional<Culture> culture) {
        var language = Typed.code(entry.language());
        if (language.isEmpty()) {
            return culture.map(Culture::language).orElse("");
        }
        if (!language.matches("[A-Za-z]{2}")) {
            problems.add(PROFILE + "language", LANGUAGE_FORMAT);
        }
        return language;
    }

    private Optional<Contact> contact(Optional<CountryRules> rules) {
        var firstName = personName("firstName", entry.firstName());
        var lastName = personName("lastName", entry.lastName());
        var email = email();
        var phone = phone(rules);
        return email.map(address -> new Contact(firstName, lastName, address, phone));
    }

    private String personName(String field, @Nullable String typed) {
        var name = Typed.name(typed);
        if (name.isEmpty()) {
            problems.add(ADDRESS + field, FIELD_REQUIRED);
        }
        if (Typed.length(name) > LONGEST_NAME) {
            problems.add(ADDRESS + field, NAME_LENGTH);
        }
        if (Typed.hasControlCharacter(name)) {
            problems.add(ADDRESS + field, FIELD_CONTROL_CHARACTER);
        }
        return name;
    }

    private Optional<EmailAddress> email() {
        if (Typed.email(entry.email()).isEmpty()) {
            problems.add(PROFILE + "email", FIELD_REQUIRED);
            return Optional.empty();
        }
        emails.problem(PROFILE + "email", entry.email(), limits).ifPresent(this::add);
        return EmailAddress.parse(entry.email());
    }

    private Optional<PhoneNumber> phone(Optional<CountryRules> rules) {
        if (Typed.number(entry.phone()).isEmpty()) {
            rules.filter(country -> country.registrationId().required())
                    .ifPresent(country -> problems.add(ADDRESS + "phoneNumber", PHONE_REQUIRED, country.country()));
            return Optional.empty();
        }
        var phone = PhoneNumber.parse(entry.phone());
        if (phone.isEmpty()) {
            problems.add(ADDRESS + "phoneNumber", PHONE_FORMAT);
        }
        return phone;
    }

    private void add(Problem problem) {
        problems.addAll(List.of(problem));
    }
}
