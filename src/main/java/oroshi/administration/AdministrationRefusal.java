package oroshi.administration;

import oroshi.basics.Reason;

/** Why users and licenses of a customer stay as they are. */
public enum AdministrationRefusal implements Reason {
    /** Every license of the product is assigned. */
    NO_LICENSES("license.none", 404, 800007, "{0} has no licenses that could arrive."),
    LICENSE_EXHAUSTED("license.exhausted", 400, 60012, "account {0}, SKU {1}: no free license is left"),
    /** The update neither assigns nor removes anything. */
    NOTHING_TO_DO("license.nothingToDo", 400, 800002, "Name licenses to assign or to remove."),
    /** The products of one update belong to different license groups. */
    GROUPS_MIXED("license.groupsMixed", 400, 800002, "All SKUs of an update belong to one license group."),
    /** The customer has no licenses of the product. */
    SKU_UNKNOWN("license.skuUnknown", 400, 800002, "{0} is none of the customer's subscribed SKUs."),
    /** The product has no such service plan. */
    PLAN_UNKNOWN("license.planUnknown", 400, 800002, "{0} is no service plan of the SKU."),
    /** Licenses are for people whose country is known. */
    LOCATION_MISSING(
            "license.locationMissing",
            400,
            3000,
            "The user has no usageLocation. Set it before licenses are assigned."),
    /** Nobody in the directory has the id. */
    USER_UNKNOWN("user.unknown", 404, 60002, "No user carries that id."),
    /** A partner token can't manage licenses. */
    PARTNER_TOKEN("license.partnerToken", 400, 900316, "Licence management needs an app+user access token."),
    /** The customer keeps the partner out. */
    CONDITIONAL_ACCESS(
            "license.conditionalAccess",
            403,
            900309,
            "A Conditional Access policy of the customer blocks this call. The customer's administrator can let you in."),
    /** A consent names the application and at least one API. */
    CONSENT_INCOMPLETE("consent.incomplete", 400, 800002, "A consent needs applicationId and applicationGrants."),
    /** Applications ask for themselves. */
    CONSENT_FOR_ANOTHER("consent.forAnother", 400, 3000, "is not the application that the token was issued to"),
    /** No tenant has the API. */
    RESOURCE_APPLICATION_UNKNOWN(
            "consent.resourceUnknown", 400, 3000, "{0} has no service principal in the customer's tenant"),
    /** The API has no such permission. */
    SCOPE_UNKNOWN("consent.scopeUnknown", 400, 3000, "holds what is no permission: {0}"),
    /** The application has a consent. */
    CONSENT_EXISTS("consent.exists", 409, 1003, "The application {0} has a consent; delete it first."),
    /** The application has no consent. */
    CONSENT_UNKNOWN("consent.unknown", 404, 1000, "The application has no consent in the customer's tenant."),
    /** Users are deleted by DELETE. */
    NOT_BY_STATE("user.notByState", 400, 3000, "can't become inactive; use DELETE");

    private final Wording wording;

    AdministrationRefusal(String key, int status, int code, String description) {
        wording = new Wording(key, status, code, description);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
