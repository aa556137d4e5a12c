package oroshi.customers;

import oroshi.basics.Reason;

/** Why something about a customer is refused. */
public enum CustomerRefusal implements Reason {
    FIELD_REQUIRED("field.required", 3000, "A value is required."),
    FIELD_TOO_LONG("field.tooLong", 3000, "At most {0} characters are allowed."),
    FIELD_CONTROL_CHARACTER("field.controlCharacter", 3000, "Control characters are not allowed."),
    COUNTRY_WITHOUT_RULES(
            "country.unknown", 404, 1000, "There are no rules for {0}; use an ISO alpha-2 code such as US."),
    COUNTRY_UNKNOWN("country.unknown", 3000, "There is no country {0}."),
    COUNTRY_FIXED("country.fixed", 3000, "The country of a customer can't be changed."),
    COMPANY_TOO_SHORT("company.tooShort", 3000, "One character is not a company name."),
    COMPANY_ONLY_SYMBOLS("company.onlySymbols", 3000, "The company name needs a letter or digit."),
    COMPANY_ONLY_LEGAL_FORM("company.onlyLegalForm", 3000, "{0} is only a legal form, not a company name."),
    COMPANY_BAD_CHARACTER("company.badCharacter", 3000, "The company name can't contain {0}."),
    ADDRESS_STATE("address.state", 3000, "Not a state or province of {0}."),
    ADDRESS_POSTAL("address.postal", 3000, "The postal code does not fit {0}. Example: {1}."),
    ADDRESS_INVALID("address.invalid", 3000, "The address could not be found."),
    REGISTRATION_ID_REQUIRED("regid.required", 600049, "{0} is required for companies in {1}."),
    REGISTRATION_ID_FORMAT("regid.format", 600050, "{0} does not have the form of {1}."),
    REGISTRATION_ID_NOT_EXPECTED("regid.notExpected", 600002, "Companies in {0} have no registration id here."),
    PHONE_REQUIRED("phone.required", 600051, "A phone number is required for companies in {0}."),
    PHONE_FORMAT("phone.format", 3000, "A phone number has 7 to 15 digits."),
    EMAIL_FORMAT("email.format", 3000, "Not an e-mail address."),
    EMAIL_PARTNER_DOMAIN("email.partnerDomain", 3000, "Addresses at {0} belong to the partner."),
    EMAIL_OPERATOR_DOMAIN("email.operatorDomain", 3000, "Addresses at {0} can't be used."),
    EMAIL_EDUCATION_FREE("email.eduFree", 3000, "An education customer needs an address of the institution."),
    NAME_LENGTH("name.length", 3000, "At most 50 characters are allowed."),
    CULTURE_NOT_OFFERED("culture.notOffered", 3000, "{0} is not offered for {1}."),
    LANGUAGE_FORMAT("language.format", 3000, "A language is a code of two letters."),
    TAG_LENGTH("tag.length", 3000, "A tag has 1 to 50 characters."),
    TAG_UNKNOWN("tag.unknown", 404, 1000, "No customer carries the tag {0}."),
    TAG_IN_USE("tag.inUse", 409, 3000, "The tag {0} is in use."),
    TOO_MANY_TAGS("tag.tooMany", 3000, "A customer has at most 150 tags."),
    QUALIFICATION_NOT_HERE("qualification.notHere", 3000, "{0} can't be applied for here."),
    QUALIFICATION_HELD("qualification.held", 800042, "{0} is held already or excluded by one that is held."),
    EDUCATION_SEGMENT_REQUIRED("qualification.segmentRequired", 3000, "The education segment is required."),
    EDUCATION_WEBSITE("qualification.website", 3000, "Not an address of a web site."),
    VALIDATION_CODE_REQUIRED("qualification.codeRequired", 3000, "The validation code is required."),
    ENTITY_KIND_REQUIRED("gov.entityKindRequired", 3000, "The kind of government customer is required."),
    CHANGED_MEANWHILE("customer.changed", 2055, "Somebody has saved a newer version."),
    RESELLER_UNKNOWN("reseller.noPartnership", 404, 800015, "There is no active partnership with {0}."),
    NO_ACCOUNT_STATUS("customer.noAccountStatus", 404, 600074, "No account status is recorded for customer {0}."),
    ACCOUNT_UNDER_REVIEW("customer.underReview", 403, 800073, "The customer's account is under review."),
    ACCOUNT_REJECTED("customer.rejected", 403, 800075, "The customer's account was rejected; nothing can be bought."),
    CUSTOMER_EXISTS("customer.exists", 409, 1003, "The partner has the customer {0} already.");

    private final Wording wording;

    CustomerRefusal(String key, int code, String description) {
        this(key, 400, code, description);
    }

    CustomerRefusal(String key, int status, int code, String description) {
        wording = new Wording(key, status, code, description);
    }

    @Override
    public Wording wording() {
        return wording;
    }

    /** The symbolic name that the contract gives to an error, where it gives one. */
    @Override
    public String toString() {
        return this == NO_ACCOUNT_STATUS ? "AccountStatusNotFound" : name();
    }
}
