package oroshi.subscriptions;

import java.util.Optional;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;

/**
 * The wish to make another product of a subscription, or of some of its seats.
 *
 * @param to id or key of what it is to become
 * @param into the subscription that is to take the seats; empty for the same one, or for a new one when only some move
 * @param term the term to begin with the upgrade, where it is not to be the running one
 * @param billingCycle as the term
 * @param promotionId the promotion that has to apply; empty for the best that applies by itself
 */
public record NewTransition(
        String to,
        Optional<SubscriptionId> into,
        int quantity,
        Optional<Term> term,
        Optional<BillingCycle> billingCycle,
        TransitionType type,
        Optional<String> promotionId) {
    /** All or some seats become the other product, for the rest of the running term. */
    public static NewTransition of(String to, int quantity) {
        return new NewTransition(
                to,
                Optional.empty(),
                quantity,
                Optional.empty(),
                Optional.empty(),
                TransitionType.ONLY,
                Optional.empty());
    }

    /** The same into a subscription that is there. */
    public NewTransition into(SubscriptionId target) {
        return new NewTransition(to, Optional.of(target), quantity, term, billingCycle, type, promotionId);
    }

    /** The same with another term. */
    public NewTransition on(Term longer, BillingCycle cycle) {
        return new NewTransition(to, into, quantity, Optional.of(longer), Optional.of(cycle), type, promotionId);
    }

    /** The same with the licenses of users. */
    public NewTransition withLicenses() {
        return new NewTransition(to, into, quantity, term, billingCycle, TransitionType.WITH_LICENSES, promotionId);
    }

    /** The same with a promotion. */
    public NewTransition with(String promotion) {
        return new NewTransition(to, into, quantity, term, billingCycle, type, Optional.of(promotion));
    }
}
