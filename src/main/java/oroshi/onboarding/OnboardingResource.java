package oroshi.onboarding;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Problems;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;
import oroshi.orders.NewOrderLine;
import oroshi.orders.Particulars;
import oroshi.rest.Fields;
import oroshi.rest.RestRefusal;

/**
 * A new customer in one piece, with the names of the wizard's fields. What arrives may lack any member.
 *
 * @param domainPrefix first domain without the cloud's suffix
 * @param agreement how the customer accepts; absent in a cloud without a customer agreement
 * @param reseller id of the indirect reseller, or {@code none}; providers only
 * @param entityKind kind of government customer; US Government cloud only
 * @param lines what to order at once
 */
record OnboardingResource(
        @Nullable String country,
        @Nullable String companyName,
        @Nullable String domainPrefix,
        @Nullable String addressLine1,
        @Nullable String addressLine2,
        @Nullable String city,
        @Nullable String state,
        @Nullable String postalCode,
        @Nullable String registrationId,
        @Nullable String culture,
        @Nullable String qualification,
        @Nullable String educationSegment,
        @Nullable String educationWebsite,
        @Nullable String gccValidationCode,
        @Nullable Person contact,
        @Nullable AgreementPart agreement,
        @Nullable String reseller,
        @Nullable String entityKind,
        @Nullable List<String> tags,
        @Nullable List<Line> lines) {
    /** A contact or signer. */
    record Person(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            @Nullable String phone) {
        static final Person NOBODY = new Person(null, null, null, null);
    }

    /**
     * How the agreement is accepted.
     *
     * @param mode {@code accepted} or {@code ask}
     * @param date when it was accepted, as 2019-04-24
     * @param signer who accepted; the contact when absent
     */
    record AgreementPart(
            @Nullable String mode,
            @Nullable String date,
            @Nullable String language,
            @Nullable Person signer) {
        static final AgreementPart UNSAID = new AgreementPart(null, null, null, null);
    }

    /**
     * One line of the order.
     *
     * @param itemId offer id, or product, SKU and availability joined by colons
     * @param baseLine position of the line, from 0, to which an add-on belongs
     */
    record Line(
            @Nullable String itemId,
            @Nullable Integer quantity,
            @Nullable String billingCycle,
            @Nullable String termDuration,
            @Nullable String friendlyName,
            @Nullable Integer baseLine) {}

    /** The same as the wizard's page would have it. */
    AccountInput toInput() {
        var values = new EnumMap<AccountField, String>(AccountField.class);
        put(values, AccountField.COUNTRY, country);
        put(values, AccountField.COMPANY_NAME, companyName);
        put(values, AccountField.DOMAIN_PREFIX, domainPrefix);
        put(values, AccountField.ADDRESS_LINE_1, addressLine1);
        put(values, AccountField.ADDRESS_LINE_2, addressLine2);
        put(values, AccountField.CITY, city);
        put(values, AccountField.STATE, state);
        put(values, AccountField.POSTAL_CODE, postalCode);
        put(values, AccountField.REGISTRATION_ID, registrationId);
        put(values, AccountField.CULTURE, culture);
        put(values, AccountField.QUALIFICATION, qualification);
        put(values, AccountField.EDUCATION_SEGMENT, educationSegment);
        put(values, AccountField.EDUCATION_WEBSITE, educationWebsite);
        put(values, AccountField.GCC_VALIDATION_CODE, gccValidationCode);
        put(values, AccountField.GOV_ENTITY_KIND, entityKind);
        put(values, AccountField.RESELLER, reseller);
        put(values, AccountField.TAGS, tags == null ? null : String.join(",", tags));
        putContact(values, contact == null ? Person.NOBODY : contact);
        putAgreement(values, agreement == null ? AgreementPart.UNSAID : agreement);
        return new AccountInput(values);
    }

    private static void putContact(Map<AccountField, String> values, Person contact) {
        put(values, AccountField.CONTACT_FIRST_NAME, contact.firstName());
        put(values, AccountField.CONTACT_LAST_NAME, contact.lastName());
        put(values, AccountField.CONTACT_EMAIL, contact.email());
        put(values, AccountField.CONTACT_PHONE, contact.phone());
    }

    private static void putAgreement(Map<AccountField, String> values, AgreementPart agreement) {
        put(values, AccountField.AGREEMENT_MODE, agreement.mode());
        put(values, AccountField.AGREEMENT_DATE, agreement.date());
        put(values, AccountField.AGREEMENT_LANGUAGE, agreement.language());
        var signer = agreement.signer();
        if (signer != null) {
            put(values, AccountField.SIGNER_DIFFERS, "true");
            put(values, AccountField.SIGNER_FIRST_NAME, signer.firstName());
            put(values, AccountField.SIGNER_LAST_NAME, signer.lastName());
            put(values, AccountField.SIGNER_EMAIL, signer.email());
            put(values, AccountField.SIGNER_PHONE, signer.phone());
        }
    }

    private static void put(Map<AccountField, String> values, AccountField field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            values.put(field, value);
        }
    }

    /** The lines of the order, or a refusal that names every member that is wrong. */
    List<NewOrderLine> toLines() {
        if (lines == null) {
            return List.of();
        }
        var problems = new Problems();
        for (var i = 0; i < lines.size(); i++) {
            check(lines.get(i), i, problems);
        }
        problems.refuse();
        return IntStream.range(0, lines.size())
                .mapToObj(position -> orderLine(lines.get(position), position))
                .toList();
    }

    private static void check(Line line, int position, Problems problems) {
        var path = "lines[" + position + "].";
        if (line.itemId() == null || line.itemId().isBlank()) {
            problems.add(path + "itemId", RestRefusal.MISSING);
        }
        if (line.quantity() == null) {
            problems.add(path + "quantity", RestRefusal.MISSING);
        }
        if (line.billingCycle() != null && cycle(line).isEmpty()) {
            problems.add(path + "billingCycle", RestRefusal.INVALID_VALUE, "use a word such as monthly or annual");
        }
        if (line.termDuration() != null && Term.find(line.termDuration()).isEmpty()) {
            problems.add(path + "termDuration", RestRefusal.INVALID_VALUE, "use a duration such as P1Y");
        }
        if (line.baseLine() != null && (line.baseLine() < 0 || line.baseLine() >= position)) {
            problems.add(path + "baseLine", RestRefusal.INVALID_VALUE, "name a line that stands before this one");
        }
    }

    private static Optional<BillingCycle> cycle(Line line) {
        return Optional.ofNullable(line.billingCycle()).flatMap(BillingCycle::find);
    }

    private static NewOrderLine orderLine(Line line, int position) {
        var path = "lines[" + position + "].";
        return new NewOrderLine(
                Fields.requiredText(path + "itemId", line.itemId()).strip(),
                Fields.required(path + "quantity", line.quantity()),
                Optional.empty(),
                cycle(line),
                Optional.ofNullable(line.termDuration()).flatMap(Term::find),
                Optional.ofNullable(line.friendlyName()),
                Optional.empty(),
                List.of(),
                Optional.ofNullable(line.baseLine()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Particulars.NONE);
    }
}
