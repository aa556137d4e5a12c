package oroshi.subscriptions;

import oroshi.basics.Reason;

/** Why something cannot be done with a subscription. */
public enum SubscriptionRefusal implements Reason {
    SUBSCRIPTION_UNKNOWN("subscription.unknown", 404, 20003, "There is no subscription {0}."),
    ORDER_UNKNOWN("order.unknown", 404, 20000, "There is no order {0}."),
    RESELLER_UNKNOWN("reseller.unknown", 404, 800015, "No partner has the id {0}."),
    RESELLER_IS_PROVIDER("reseller.isProvider", 404, 2072, "A provider's own id {0} is not a reseller of record."),
    NICKNAME_TOO_LONG("subscription.nicknameTooLong", 400, 800002, "A nickname can have at most {0} characters."),
    CHANGED_MEANWHILE("record.changed", 409, 800082, "The subscription was changed meanwhile."),
    ONLY_FAILED("subscription.onlyFailed", 400, 800040, "Only a set-up that failed can be tried again.");

    private final String key;
    private final int status;
    private final int code;
    private final String description;

    SubscriptionRefusal(String key, int status, int code, String description) {
        this.key = key;
        this.status = status;
        this.code = code;
        this.description = description;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    public String description() {
        return description;
    }
}
