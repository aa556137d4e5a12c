package oroshi.subscriptions;

import oroshi.basics.Refusal;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.Plan;
import oroshi.catalog.Term;

/** Finds the way to pay for an item that a partner asks for, or says what about it is wrong. */
final class Plans {
    private Plans() {}

    /**
     * The plan of this term and cycle.
     *
     * @param prefix what stands before the names of the fields
     */
    static Plan require(CatalogItem item, Term term, BillingCycle billingCycle, String prefix) {
        if (billingCycle.months() > term.months()) {
            throw Refusal.of(prefix + "billingCycle", SubscriptionRefusal.CYCLE_TOO_LONG);
        }
        if (!item.terms().contains(term)) {
            throw Refusal.of(prefix + "termDuration", SubscriptionRefusal.TERM_UNKNOWN, term.wire());
        }
        return item.plan(term, billingCycle)
                .orElseThrow(() -> Refusal.of(prefix + "billingCycle", SubscriptionRefusal.CYCLE_FIXED));
    }
}
