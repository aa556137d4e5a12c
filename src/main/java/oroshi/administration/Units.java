package oroshi.administration;

import oroshi.subscriptions.Subscription;

/** The licenses of one subscription, by what its state makes of them. */
record Units(int active, int warning, int suspended) {
    static final Units NONE = new Units(0, 0, 0);

    static Units of(Subscription subscription) {
        var quantity = subscription.quantity();
        return switch (subscription.status()) {
            case ACTIVE -> new Units(quantity, 0, 0);
            case EXPIRED -> new Units(0, quantity, 0);
            case SUSPENDED, DISABLED -> new Units(0, 0, quantity);
            case SETTING_UP, SET_UP_FAILED, PENDING, DELETED -> NONE;
        };
    }

    int usable() {
        return active + warning;
    }
}
