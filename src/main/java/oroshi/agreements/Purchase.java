package oroshi.agreements;

import java.time.Instant;

/** What is about to be bought, as far as the gate distinguishes. */
public sealed interface Purchase {
    /** A new subscription, add-on, trial, plan, reservation or software; an upgrade or the conversion of a trial. */
    record NewOrder() implements Purchase {}

    /**
     * More or fewer licences of a subscription.
     *
     * @param startedAt when its present term began
     * @param renewsAt when its present term ends
     */
    record LicenseChange(Instant startedAt, Instant renewsAt) implements Purchase {}

    /** A new order. */
    static Purchase newOrder() {
        return new NewOrder();
    }
}
