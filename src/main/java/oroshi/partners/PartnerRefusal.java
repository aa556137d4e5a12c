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
    VALIDATION_CODE_USED_UP("validationCode.usedUp", 400, 3000, "The validation code {0} has no creation left.");

    private final Wording wording;

    PartnerRefusal(String key, int status, int code, String description) {
        wording = new Wording(key, status, code, description);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
