package oroshi.subscriptions;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Promotion;
import oroshi.catalog.Term;

/**
 * An upgrade that was carried out.
 *
 * @param from the catalog item that the subscription was of
 * @param target the subscription that has the seats now, where it is not the same one
 * @param term the term that was asked for; empty for the running one, as is the billing cycle
 * @param licenseError why the licenses of users could not be moved, if they were to be
 */
public record Transition(
        UUID id,
        PartnerId partnerId,
        CustomerId customerId,
        SubscriptionId subscriptionId,
        String from,
        String to,
        Optional<SubscriptionId> target,
        int quantity,
        Optional<Term> term,
        Optional<BillingCycle> billingCycle,
        TransitionType type,
        Optional<String> promotionId,
        Optional<TransitionError> licenseError,
        Instant happenedAt) {
    /** A plan that was carried out at the moment. */
    static Transition of(TransitionPlan plan, Optional<TransitionError> licenseError, Instant now) {
        var wish = plan.wish();
        return new Transition(
                Ids.next(),
                plan.before().partnerId(),
                plan.before().customerId(),
                plan.before().id(),
                plan.before().item().id(),
                plan.result().item().id(),
                plan.target().map(Subscription::id),
                wish.quantity(),
                wish.term(),
                wish.billingCycle(),
                wish.type(),
                plan.promotion().map(Promotion::id),
                licenseError.filter(error -> wish.type() == TransitionType.WITH_LICENSES),
                now);
    }
}
