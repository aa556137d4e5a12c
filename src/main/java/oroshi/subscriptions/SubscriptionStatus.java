package oroshi.subscriptions;

/** Where a subscription is in its life. */
public enum SubscriptionStatus {
    /** Bought, and on its way; the partner is not charged yet. */
    SETTING_UP("pending"),
    /** The set-up failed; it can be tried again, and the partner is not charged until it succeeds. */
    SET_UP_FAILED("pending"),
    /** Delivered, but the customer has to activate it at the publisher. */
    PENDING("pending"),
    ACTIVE("active"),
    SUSPENDED("suspended"),
    EXPIRED("expired"),
    DISABLED("disabled"),
    DELETED("deleted");

    private final String wire;

    SubscriptionStatus(String wire) {
        this.wire = wire;
    }

    /** The word of the wire, which knows one word for all that is not usable yet. */
    public String wire() {
        return wire;
    }

    /** Key of its name in both languages. */
    public String key() {
        return "subscription.status." + name();
    }

    /** Whether the state may follow this one. */
    public boolean mayBecome(SubscriptionStatus next) {
        return switch (this) {
            case SETTING_UP -> next == ACTIVE || next == PENDING || next == SET_UP_FAILED;
            case SET_UP_FAILED -> next == SETTING_UP || next == DELETED;
            case PENDING -> next == ACTIVE || next == DELETED;
            case ACTIVE -> next == SUSPENDED || next == EXPIRED || next == DELETED;
            case SUSPENDED -> next == ACTIVE || next == DISABLED || next == DELETED;
            case EXPIRED -> next == DISABLED;
            case DISABLED -> next == DELETED;
            case DELETED -> false;
        };
    }
}
