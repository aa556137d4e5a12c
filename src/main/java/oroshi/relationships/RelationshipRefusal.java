package oroshi.relationships;

import oroshi.basics.Reason;

/** Why a tie between partners, or between partner and customer, is not there or can't be made. */
public enum RelationshipRefusal implements Reason {
    CUSTOMER_UNKNOWN("customer.unknown", 404, 60003, "No customer has the id {0}."),
    EXISTS("relationship.exists", 409, 1003, "The partner serves the customer {0} already."),
    RESELLER_REQUIRED("reseller.required", 400, 3000, "Choose an indirect reseller, or none."),
    RESELLER_UNKNOWN("reseller.unknown", 404, 800015, "No partner has the id {0}."),
    RESELLER_NO_PARTNERSHIP("reseller.noPartnership", 400, 800016, "There is no active partnership with {0}."),
    RESELLER_NO_AGREEMENT("reseller.noAgreement", 403, 900123, "{0} has not signed the partner agreement."),
    RESELLER_OTHER_REGION("reseller.otherRegion", 400, 800016, "{0} doesn't serve customers in {1}."),
    LINK_UNKNOWN("partnership.linkUnknown", 404, 1000, "The link is unknown or was withdrawn."),
    OWN_LINK("partnership.ownLink", 400, 3000, "The link is the partner's own."),
    NOT_A_RESELLER("partnership.notReseller", 400, 3000, "Only an indirect reseller can accept the link."),
    NOT_A_PROVIDER("partnership.notProvider", 400, 3000, "Only an indirect provider can accept the link."),
    OTHER_CLOUD("partnership.otherCloud", 400, 3000, "{0} works in another cloud."),
    OTHER_REGION("partnership.otherRegion", 400, 3000, "{0} works in another market region."),
    NOT_ACTIVE("partnership.notActive", 400, 3000, "{0} is not active."),
    NOT_AUTHORIZED("partnership.notAuthorized", 400, 3000, "The provider must be authorized expressly."),
    PARTNERSHIP_UNKNOWN("partnership.unknown", 404, 1000, "There is no active partnership with {0}."),
    REQUEST_UNKNOWN("relationship.linkUnknown", 404, 1000, "The link is unknown or was withdrawn."),
    REQUEST_OTHER_CLOUD("relationship.otherCloud", 400, 3000, "{0} works in another cloud."),
    REQUEST_OTHER_REGION("relationship.otherRegion", 400, 3000, "{0} works in another market region."),
    REQUEST_NOT_ACTIVE("relationship.notActive", 400, 3000, "{0} is not active."),
    TO_PARTNER("relationship.toPartner", 400, 3000, "A partner of the programme can't be the customer of another one."),
    LINK_IN_SANDBOX("relationship.sandbox", 400, 900127, "A sandbox account can't invite customers."),
    POLICY_UNKNOWN("policy.unknown", 404, 600039, "There is no such self-serve policy."),
    POLICY_ID_WRONG(
            "policy.idWrong",
            404,
            600040,
            "The id of a self-serve policy is made of grantor and customer, and contradicts nothing else."),
    POLICY_EXISTS("policy.exists", 409, 600041, "A self-serve policy for this customer already exists."),
    POLICY_CHANGED("policy.changed", 400, 2055, "Somebody has changed the self-serve policy."),
    NO_SANDBOX_PROVIDER("sandbox.noProvider", 401, 6002, "The account is not a sandbox indirect provider."),
    SANDBOX_RESELLERS_FULL(
            "sandbox.resellersFull", 403, 6004, "No further sandbox reseller may be created: {0} is the most."),
    SANDBOX_RESELLER_SERVES("sandbox.resellerServes", 403, 6003, "The sandbox reseller still has customers."),
    COUNTRY_OTHER_REGION("sandbox.country", 400, 3000, "{0} lies in another market region than {1}, where you are."),
    MPN_ID_NOT_SANDBOX("sandbox.mpnId", 400, 3000, "{0} is the number of a real partner.");

    private final Wording wording;

    RelationshipRefusal(String key, int status, int code, String description) {
        wording = new Wording(key, status, code, description);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
