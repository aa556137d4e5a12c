package oroshi.onboarding;

import java.util.Arrays;
import java.util.Optional;

/** The fields of Account info, under the names that forms, problems and messages use. */
public enum AccountField {
    COUNTRY("country"),
    COMPANY_NAME("companyName"),
    DOMAIN_PREFIX("domainPrefix"),
    ADDRESS_LINE_1("addressLine1"),
    ADDRESS_LINE_2("addressLine2"),
    CITY("city"),
    STATE("state"),
    POSTAL_CODE("postalCode"),
    REGISTRATION_ID("registrationId"),
    CULTURE("culture"),
    QUALIFICATION("qualification"),
    EDUCATION_SEGMENT("educationSegment"),
    EDUCATION_WEBSITE("educationWebsite"),
    GCC_VALIDATION_CODE("gccValidationCode"),
    CONTACT_FIRST_NAME("contact.firstName"),
    CONTACT_LAST_NAME("contact.lastName"),
    CONTACT_EMAIL("contact.email"),
    CONTACT_PHONE("contact.phone"),
    AGREEMENT_MODE("agreement.mode"),
    AGREEMENT_LANGUAGE("agreement.language"),
    AGREEMENT_DATE("agreement.date"),
    /** Which version of the agreement the page showed when it was passed; the wizard sets it. */
    AGREEMENT_VERSION("agreement.version"),
    /** Set once the signer no longer follows the primary contact. */
    SIGNER_DIFFERS("agreement.signer.differs"),
    SIGNER_FIRST_NAME("agreement.signer.firstName"),
    SIGNER_LAST_NAME("agreement.signer.lastName"),
    SIGNER_EMAIL("agreement.signer.email"),
    SIGNER_PHONE("agreement.signer.phone"),
    GOV_ENTITY_KIND("gov.entityKind"),
    RESELLER("reseller"),
    TAGS("tags");

    private final String key;

    AccountField(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    static Optional<AccountField> find(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }
}
