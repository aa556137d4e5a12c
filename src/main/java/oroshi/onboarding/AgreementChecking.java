package oroshi.onboarding;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import oroshi.access.Permission;
import oroshi.agreements.AgreementRefusal;
import oroshi.agreements.AgreementTemplate;
import oroshi.agreements.NewAttestation;
import oroshi.agreements.Signer;
import oroshi.basics.Problems;
import oroshi.basics.Reason;
import oroshi.basics.Typed;
import oroshi.customers.Country;
import oroshi.customers.CustomerRefusal;
import oroshi.customers.EmailLimits;
import oroshi.customers.PhoneNumber;

/** Checks how the customer accepts the agreement, and who signed. */
final class AgreementChecking {
    /** The customer has accepted, says the reading.partner(). */
    static final String ACCEPTED = "accepted";

    /** The customer will be asked in the customer portal. */
    static final String ASK = "ask";

    private static final int LONGEST_NAME = 50;

    private final Reading reading;
    private final Function<String, Optional<LocalDate>> dates;
    private final boolean atSubmit;

    AgreementChecking(Reading reading, Function<String, Optional<LocalDate>> dates, boolean atSubmit) {
        this.reading = reading;
        this.dates = dates;
        this.atSubmit = atSubmit;
    }

    /** The choice, when nothing about it is wrong. */
    Optional<AgreementChoice> check() {
        if (!reading.partner().cloud().isPublic()) {
            return Optional.of(new AgreementChoice.NotNeeded());
        }
        return switch (reading.get(AccountField.AGREEMENT_MODE)) {
            case ASK -> reading.rules().agreements().directAcceptanceOffered() ? asked() : undecided();
            case ACCEPTED -> attested();
            default -> undecided();
        };
    }

    private static Optional<AgreementChoice> asked() {
        return Optional.of(new AgreementChoice.AskCustomer());
    }

    private Optional<AgreementChoice> undecided() {
        reading.problem(AccountField.AGREEMENT_MODE, AgreementRefusal.MODE_REQUIRED);
        return Optional.empty();
    }

    private Optional<AgreementChoice> attested() {
        if (!reading.caller().may(Permission.CUSTOMER_ADD_ATTESTED)) {
            reading.problem(AccountField.AGREEMENT_MODE, AgreementRefusal.NOT_ALLOWED);
            return Optional.empty();
        }
        var country = reading.get(AccountField.COUNTRY);
        var now = reading.rules().clocks().of(reading.partner().id()).instant();
        var template =
                reading.rules().agreements().latestTemplate(reading.partner().cloud(), country, now);
        if (template.isEmpty()) {
            reading.problem(
                    AccountField.AGREEMENT_MODE,
                    AgreementRefusal.NO_TEMPLATE,
                    Country.find(country).<Object>map(known -> known).orElse(country));
            return Optional.empty();
        }
        var found = new Problems();
        var day = day(template.get(), LocalDate.ofInstant(now, reading.partner().timeZone()), found);
        var signer = signer(found);
        reading.found(found);
        return found.isEmpty()
                ? day.map(date -> new AgreementChoice.Attested(
                        NewAttestation.on(date, signer, template.get(), language(template.get()))))
                : Optional.empty();
    }

    private Optional<LocalDate> day(AgreementTemplate template, LocalDate today, Problems found) {
        var field = AccountField.AGREEMENT_DATE.key();
        if (!reading.has(AccountField.AGREEMENT_DATE)) {
            found.add(field, OnboardingRefusal.REQUIRED);
            return Optional.empty();
        }
        var day = dates.apply(reading.get(AccountField.AGREEMENT_DATE));
        if (day.isEmpty()) {
            found.add(field, OnboardingRefusal.DATE_FORMAT, today);
            return day;
        }
        if (day.get().isAfter(today)) {
            found.add(field, AgreementRefusal.DATE_FUTURE);
        }
        if (atSubmit && !reading.get(AccountField.AGREEMENT_VERSION).equals(version(template))) {
            found.add(field, AgreementRefusal.NEW_VERSION, template.effectiveFrom());
        } else if (day.get().isBefore(template.effectiveFrom())) {
            found.add(field, AgreementRefusal.DATE_OLD_VERSION, template.effectiveFrom());
        }
        return day;
    }

    /** What tells one version of an agreement from the next. */
    static String version(AgreementTemplate template) {
        return template.type().key() + " " + template.country() + " " + template.versionRank();
    }

    private String language(AgreementTemplate template) {
        var chosen = reading.get(AccountField.AGREEMENT_LANGUAGE);
        return template.isIn(chosen)
                ? chosen
                : template.languageFor(Locale.forLanguageTag(reading.get(AccountField.CULTURE)));
    }

    private Signer signer(Problems found) {
        if (!reading.has(AccountField.SIGNER_DIFFERS)) {
            return new Signer(
                    Typed.name(reading.get(AccountField.CONTACT_FIRST_NAME)),
                    Typed.name(reading.get(AccountField.CONTACT_LAST_NAME)),
                    Typed.email(reading.get(AccountField.CONTACT_EMAIL)),
                    Typed.number(reading.get(AccountField.CONTACT_PHONE)));
        }
        name(AccountField.SIGNER_FIRST_NAME, found);
        name(AccountField.SIGNER_LAST_NAME, found);
        email(found);
        phone(found);
        return new Signer(
                Typed.name(reading.get(AccountField.SIGNER_FIRST_NAME)),
                Typed.name(reading.get(AccountField.SIGNER_LAST_NAME)),
                Typed.email(reading.get(AccountField.SIGNER_EMAIL)),
                Typed.number(reading.get(AccountField.SIGNER_PHONE)));
    }

    private void name(AccountField field, Problems found) {
        var name = Typed.name(reading.get(field));
        if (name.isEmpty()) {
            add(field, OnboardingRefusal.REQUIRED, found);
        }
        if (Typed.length(name) > LONGEST_NAME) {
            add(field, CustomerRefusal.NAME_LENGTH, found);
        }
        if (Typed.hasControlCharacter(name)) {
            add(field, CustomerRefusal.FIELD_CONTROL_CHARACTER, found);
        }
    }

    private void email(Problems found) {
        if (!reading.has(AccountField.SIGNER_EMAIL)) {
            add(AccountField.SIGNER_EMAIL, OnboardingRefusal.REQUIRED, found);
            return;
        }
        reading.rules()
                .customerRules()
                .checkEmail(
                        AccountField.SIGNER_EMAIL.key(),
                        reading.get(AccountField.SIGNER_EMAIL),
                        EmailLimits.of(reading.partner().verifiedDomains()))
                .map(List::of)
                .ifPresent(found::addAll);
    }

    private void phone(Problems found) {
        var typed = reading.get(AccountField.SIGNER_PHONE);
        if (!typed.isBlank() && PhoneNumber.parse(typed).isEmpty()) {
            add(AccountField.SIGNER_PHONE, CustomerRefusal.PHONE_FORMAT, found);
        }
    }

    private static void add(AccountField field, Reason reason, Problems found) {
        found.add(field.key(), reason);
    }
}
