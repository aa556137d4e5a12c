package oroshi.subscriptions;

/** What stands between a subscription and an upgrade, as the contract numbers it. */
public enum TransitionError {
    OTHER(0, "The upgrade is not possible."),
    NO_DELEGATED_ADMINISTRATION(1, "The partner does not administer the directory of the customer."),
    NOT_ACTIVE(2, "The subscription is not active."),
    CONFLICTING_SERVICES(3, "The customer has a subscription of the product already."),
    ADD_ONS(6, "Add-ons are attached to the subscription."),
    TARGET_NOT_FOUND(8, "The target is not for sale."),
    NOT_PROVISIONED(9, "The subscription is not set up yet."),
    CYCLE_NOT_SUPPORTED(10, "The target is not sold for the term and billing cycle of the subscription."),
    NO_CONVERSION(11, "The subscription is no trial of this offer."),
    ONLY_SOME_SEATS(12, "Only some seats moved, so the licenses of users have to be assigned by hand.");

    private final int code;
    private final String description;

    TransitionError(int code, String description) {
        this.code = code;
        this.description = description;
    }

    /** The number on the wire. */
    public int code() {
        return code;
    }

    /** In English, for callers of the API. */
    public String description() {
        return description;
    }

    /** Key of the text on pages, in both languages. */
    public String key() {
        return "transition.error." + name();
    }
}
