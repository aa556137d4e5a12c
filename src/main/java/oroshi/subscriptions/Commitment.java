package oroshi.subscriptions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;

/**
 * What the buyer is bound to.
 *
 * @param startedAt moment of the purchase or renewal from which the windows of cancelling count
 * @param startsOn first day of the running term
 * @param lastDay last day of the running term, which belongs to it completely; empty for what has no end
 */
public record Commitment(
        Term term, BillingCycle billingCycle, Instant startedAt, LocalDate startsOn, Optional<LocalDate> lastDay) {
    /** The day on which the next term starts, or on which a subscription that does not renew is over. */
    public Optional<LocalDate> nextTermOn() {
        return lastDay.map(day -> day.plusDays(1));
    }
}
