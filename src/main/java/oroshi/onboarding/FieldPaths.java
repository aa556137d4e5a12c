package oroshi.onboarding;

import static java.util.Map.entry;

import java.util.Map;
import oroshi.basics.Problem;

/** Where a problem that names a member of the wire shows on Account info. */
final class FieldPaths {
    private static final Map<String, AccountField> FIELDS = Map.ofEntries(
            entry("companyProfile.domain", AccountField.DOMAIN_PREFIX),
            entry("companyProfile.organizationRegistrationNumber", AccountField.REGISTRATION_ID),
            entry("billingProfile.companyName", AccountField.COMPANY_NAME),
            entry("billingProfile.culture", AccountField.CULTURE),
            entry("billingProfile.language", AccountField.CULTURE),
            entry("billingProfile.email", AccountField.CONTACT_EMAIL),
            entry("billingProfile.defaultAddress.country", AccountField.COUNTRY),
            entry("billingProfile.defaultAddress.addressLine1", AccountField.ADDRESS_LINE_1),
            entry("billingProfile.defaultAddress.addressLine2", AccountField.ADDRESS_LINE_2),
            entry("billingProfile.defaultAddress.city", AccountField.CITY),
            entry("billingProfile.defaultAddress.state", AccountField.STATE),
            entry("billingProfile.defaultAddress.postalCode", AccountField.POSTAL_CODE),
            entry("billingProfile.defaultAddress.firstName", AccountField.CONTACT_FIRST_NAME),
            entry("billingProfile.defaultAddress.lastName", AccountField.CONTACT_LAST_NAME),
            entry("billingProfile.defaultAddress.phoneNumber", AccountField.CONTACT_PHONE),
            entry("educationSegment", AccountField.EDUCATION_SEGMENT),
            entry("website", AccountField.EDUCATION_WEBSITE),
            entry("validationCode", AccountField.GCC_VALIDATION_CODE));

    private FieldPaths() {}

    /** The problem at the field of the form; unchanged when it names one already. */
    static Problem onForm(Problem problem) {
        var field = FIELDS.get(problem.field());
        return field == null ? problem : new Problem(field.key(), problem.reason(), problem.arguments());
    }
}
