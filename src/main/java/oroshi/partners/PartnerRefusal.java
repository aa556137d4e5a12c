package oroshi.partners;

import oroshi.basics.Reason;

/** Why a partner can't do what it asks for. */
public enum PartnerRefusal implements Reason {
    UNKNOWN("partner.unknown", 404, 1000, "No partner has the id {0}."),
    EXISTS("partner.exists", 409, 1003, "A partner with the id {0} is enrolled already."),
    SUSPENDED("partner.suspended", 403, 900150, "The account is suspended: it can't add customers or order."),
    RESTRICTED("partner.restricted", 403, 900150, "The account is restricted: it can't add customers or order."),
    COUNTRY_NOT_IN_MARKET("country.notInMarket", 400, 3000, "This account can't sell to customers in {0}."),
    CREDIT_LIMIT("credit.limit", 400, 4018, "This order exceeds the credit limit by {0}."),
    VALIDATION_CODE_UNKNOWN("validationCode.unknown", 400, 3000, "The partner holds no validation code {0}."),
    VALIDATION_CODE_USED_UP("validationCode.usedUp", 400, 3000, "The validation code {0} has no creation left."),
    FIELD_REQUIRED("field.required", 400, 3000, "A value is required."),
    FIELD_TOO_LONG("field.tooLong", 400, 3000, "At most {0} characters are allowed."),
    FIELD_CONTROL_CHARACTER("field.controlCharacter", 400, 3000, "Control characters are not allowed."),
    COUNTRY_FIXED("partner.countryFixed", 400, 3000, "A partner's country can't be changed; it is {0}."),
    CURRENCY_FIXED("partner.currencyFixed", 400, 3000, "The billing currency can't be changed; it is {0}."),
    CULTURE_FORMAT("partner.culture", 400, 3000, "A culture is a language and a region, for example ja-JP."),
    LANGUAGE_FORMAT("language.format", 400, 3000, "A language is a code of two letters."),
    BILLING_DAY("partner.billingDay", 400, 3000, "A billing day is a day of the month, 1 to {0}."),
    CHANGED_MEANWHILE("partner.changed", 400, 2055, "Somebody has saved a newer version."),
    NOT_VETTED("partner.notVetted", 404, 1000, "No vetting of the profile has come to an end yet."),
    NOTHING_TO_VET("partner.nothingToVet", 409, 800042, "No legal profile of the partner waits for a decision."),
    MPN_ID_FORMAT("mpnId.format", 400, 2000, "A partner id has only digits."),
    MPN_ID_UNKNOWN("mpnId.unknown", 404, 3000, "No partner organisation has the id {0}."),
    NO_MEMBERSHIP("mpnId.none", 404, 1000, "The partner has no number in the programme."),
    NO_SETTING("partner.noSetting", 404, 1000, "There is no account setting {0}.");

    private final Wording wording;

    PartnerRefusal(String key, int status, int code, String description) {
        wording = new Wording(key, status, code, description);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
