package oroshi.migrations;

import oroshi.basics.Reason;

/** Why a customer cannot move to the Azure plan, or not now. */
public enum ProductUpgradeRefusal implements Reason {
    INPUT_INVALID("productUpgrade.input", 400, 800002, "The request input is not valid: {0}."),
    CUSTOMER_INVALID("productUpgrade.customer", 400, 900118, "The customer id {0} is not valid here."),
    SUSPENDED(
            "productUpgrade.suspended",
            403,
            900105,
            "The Azure subscription {0} is suspended; reactivate it before the customer moves to the Azure plan."),
    UPGRADE_UNKNOWN("productUpgrade.unknown", 404, 900106, "There is no product upgrade {0}."),
    PLAN_NOT_SOLD("productUpgrade.planNotSold", 400, 900107, "{0} has no Azure plan that is sold to the customer."),
    NOTHING_OWNED("productUpgrade.nothingOwned", 403, 900108, "The customer owns no classic Azure subscription."),
    RUNNING("productUpgrade.running", 409, 900109, "The earlier upgrade {0} is still running."),
    COMPLETED("productUpgrade.completed", 400, 900110, "The upgrade {0} has completed already."),
    OF_ANOTHER("productUpgrade.ofAnother", 400, 900111, "The upgrade {0} is not that of the customer {1}."),
    SHARED_SERVICES(
            "productUpgrade.sharedServices",
            403,
            900119,
            "What a partner uses itself does not move to the Azure plan."),
    REFUSED("productUpgrade.refused", 403, 900120, "The customer cannot move to the Azure plan: {0}"),
    TOO_RECENT(
            "productUpgrade.tooRecent",
            403,
            900130,
            "The Azure subscription {0} was bought less than {1} hours ago; try again later.");

    private final Wording wording;

    ProductUpgradeRefusal(String key, int status, int code, String description) {
        wording = new Wording(key, status, code, description);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
