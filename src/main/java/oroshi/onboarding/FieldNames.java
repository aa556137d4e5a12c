package oroshi.onboarding;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Objects;
import oroshi.basics.Problem;

/** How whoever describes a new customer names its fields, so that problems are reported where they can be put right. */
enum FieldNames {
    /** The keys of Account info. */
    FORM {
        @Override
        String of(AccountField field) {
            return field.key();
        }

        @Override
        Problem at(Problem problem) {
            var field = MEMBERS.get(problem.field());
            return field == null ? problem : new Problem(field.key(), problem.reason(), problem.arguments());
        }
    },
    /** The members of the Customer resource, which is how the rules of customers name them. */
    WIRE {
        @Override
        String of(AccountField field) {
            return Objects.requireNonNullElse(NAMES.get(field), field.key());
        }

        @Override
        Problem at(Problem problem) {
            return problem;
        }
    };

    private static final Map<String, AccountField> MEMBERS = Map.ofEntries(
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

    /** Those that the rules of onboarding name themselves. */
    private static final Map<AccountField, String> NAMES = Map.of(
            AccountField.COUNTRY, "billingProfile.defaultAddress.country",
            AccountField.DOMAIN_PREFIX, "companyProfile.domain",
            AccountField.ADDRESS_LINE_1, "billingProfile.defaultAddress.addressLine1",
            AccountField.RESELLER, "associatedPartnerId");

    abstract String of(AccountField field);

    /** The problem under this name; unchanged when it has it already. */
    abstract Problem at(Problem problem);
}
