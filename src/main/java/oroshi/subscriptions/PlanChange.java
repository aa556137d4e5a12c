package oroshi.subscriptions;

import java.util.Optional;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;

/**
 * What a partner wants to be different about term and payment. What is empty stays.
 *
 * @param term another term, which begins at once
 * @param billingCycle how often is charged: in the new term, or else from the next charge on
 * @param nextTerm what is scheduled for the renewal
 */
public record PlanChange(Optional<Term> term, Optional<BillingCycle> billingCycle, Optional<NextTermWish> nextTerm) {
    static final PlanChange NOTHING = new PlanChange(Optional.empty(), Optional.empty(), Optional.empty());

    /** Another term at once, in the present cycle unless another one is named. */
    public static PlanChange to(Term term, Optional<BillingCycle> billingCycle) {
        return new PlanChange(Optional.of(term), billingCycle, Optional.empty());
    }

    /** Another cycle from the next charge on. */
    public static PlanChange to(BillingCycle billingCycle) {
        return new PlanChange(Optional.empty(), Optional.of(billingCycle), Optional.empty());
    }

    /** Another schedule for the renewal. */
    public static PlanChange atRenewal(NextTermWish nextTerm) {
        return new PlanChange(Optional.empty(), Optional.empty(), Optional.of(nextTerm));
    }

    boolean isEmpty() {
        return !changesNow() && nextTerm.isEmpty();
    }

    /** Whether it asks for something else than a schedule for the renewal. */
    boolean changesNow() {
        return term.isPresent() || billingCycle.isPresent();
    }

    PlanChange against(Subscription present) {
        var commitment = present.commitment();
        var otherTerm = term.filter(wanted -> !wanted.equals(commitment.term()));
        var paid = present.upcoming().cycleAfter(commitment.billingCycle());
        return new PlanChange(
                otherTerm,
                billingCycle.filter(wanted -> otherTerm.isPresent() || wanted != paid),
                nextTerm.filter(wish -> wish.differsFrom(present.upcoming().nextTerm())));
    }
}
