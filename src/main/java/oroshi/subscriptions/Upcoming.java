package oroshi.subscriptions;

import java.util.Optional;
import oroshi.catalog.BillingCycle;

/** What partners have arranged for later: for the renewal, and for the next charge inside the term. */
public record Upcoming(Optional<NextTerm> nextTerm, Optional<NextCharge> nextCharge) {
    static final Upcoming NOTHING = new Upcoming(Optional.empty(), Optional.empty());

    Upcoming with(Optional<NextTerm> next) {
        return new Upcoming(next, nextCharge);
    }

    Upcoming charging(Optional<NextCharge> next) {
        return new Upcoming(nextTerm, next);
    }

    /** The cycle after the next charge. */
    BillingCycle cycleAfter(BillingCycle present) {
        return nextCharge.map(NextCharge::billingCycle).orElse(present);
    }
}
