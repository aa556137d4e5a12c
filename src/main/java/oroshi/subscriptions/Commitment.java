package oroshi.subscriptions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;

/**
 * What the buyer is bound to.
 *
 * @param startedAt moment of the purchase or renewal, from which the windows of cancelling count
 * @param startsOn first day of the running term
 * @param lastDay last day of the running term, which belongs to it completely; empty for what has no end
 */
public record Commitment(
        Term term, BillingCycle billingCycle, Instant startedAt, LocalDate startsOn, Optional<LocalDate> lastDay) {
    private static final int LAST_DAY_OF_EVERY_MONTH = 28;

    /** The first term of new commerce: it starts on the day of the purchase. */
    static Commitment fromToday(Term term, BillingCycle billingCycle, Instant now) {
        return from(day(now), term, billingCycle, now);
    }

    /**
     * The first term of a classic licence: bought on the 29th, 30th or 31st it is usable at once, but term and charges
     * start on the 1st of the next month (J7-01).
     */
    static Commitment classic(Term term, BillingCycle billingCycle, Instant now) {
        var today = day(now);
        var start = today.getDayOfMonth() <= LAST_DAY_OF_EVERY_MONTH
                ? today
                : today.withDayOfMonth(1).plusMonths(1);
        return from(start, term, billingCycle, now);
    }

    private static Commitment from(LocalDate start, Term term, BillingCycle billingCycle, Instant now) {
        var lastDay = term.endAfter(start).map(next -> next.minusDays(1));
        return new Commitment(term, billingCycle, now, start, lastDay);
    }

    /** The same with a first term that ends on the day. */
    Commitment until(LocalDate day) {
        return new Commitment(term, billingCycle, startedAt, startsOn, Optional.of(day));
    }

    /** The same term charged in another cycle. */
    Commitment paid(BillingCycle other) {
        return new Commitment(term, other, startedAt, startsOn, lastDay);
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    /** The day on which the next term starts, or on which a subscription that does not renew is over. */
    public Optional<LocalDate> nextTermOn() {
        return lastDay.map(day -> day.plusDays(1));
    }

    /** The last day of the charge cycle that the day falls into; empty for what is not charged in cycles. */
    Optional<LocalDate> cycleEnd(LocalDate today) {
        return billingCycle.months() == 0
                ? Optional.empty()
                : cycleAround(today).map(ChargeCycle::to);
    }

    /**
     * The charge cycle that the day falls into, the first one for a day before the term; empty for what has no end. The
     * first cycle of a shortened term is the whole one, which begins before the term does.
     */
    Optional<ChargeCycle> cycleAround(LocalDate day) {
        return lastDay.map(end ->
                fullDays(end).isPresent() ? shortened(day, end, fullDays(end).get()) : whole(day, end));
    }

    private ChargeCycle whole(LocalDate day, LocalDate end) {
        var count = billingCycle.chargesIn(term);
        return count == 1
                ? new ChargeCycle(startsOn, end)
                : new ChargeCycles(startsOn, billingCycle.months()).around(day, end, count);
    }

    /** First day of the charge cycle after the one that the day falls into; empty when that is the last of the term. */
    Optional<LocalDate> cycleAfter(LocalDate day) {
        return cycleAround(day).map(cycle -> cycle.to().plusDays(1)).filter(next -> lastDay.filter(next::isAfter)
                .isEmpty());
    }

    /** The first day of the cycle that belongs to the term. */
    LocalDate firstDayOf(ChargeCycle cycle) {
        return cycle.from().isBefore(startsOn) ? startsOn : cycle.from();
    }

    /** How many days the term would have if it were not shortened; empty when it is not. */
    private Optional<Long> fullDays(LocalDate end) {
        return term.endAfter(startsOn)
                .filter(end.plusDays(1)::isBefore)
                .map(next -> ChronoUnit.DAYS.between(startsOn, next));
    }

    private ChargeCycle shortened(LocalDate day, LocalDate end, long fullDays) {
        return billingCycle.chargesIn(term) == 1
                ? new ChargeCycle(end.minusDays(fullDays - 1), end)
                : new ChargeCycles(end.plusDays(1), billingCycle.months()).backwards(day);
    }

    /** The same for one more term, which begins on the day. */
    Commitment again(LocalDate start) {
        return of(start, term, billingCycle);
    }

    /** A term that begins when a day does. */
    static Commitment of(LocalDate start, Term term, BillingCycle billingCycle) {
        return from(start, term, billingCycle, start.atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}
