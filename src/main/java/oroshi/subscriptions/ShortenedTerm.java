package oroshi.subscriptions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.joda.money.Money;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;

/**
 * A first term that ends earlier than it would, so that several subscriptions end on one day. Its charge cycles are cut
 * so that the last one ends on that day, and the first one is short: 10 seats at 4.00 a month, bought on 15 July until
 * 30 June, cost 21.93 for the 17 of 31 days of July and then 40.00 a month.
 */
public record ShortenedTerm(Term term, BillingCycle billingCycle, LocalDate startsOn, LocalDate lastDay) {
    /** The term when the day cuts it short; empty when it ends on the day anyway, or never. */
    public static Optional<ShortenedTerm> of(Term term, BillingCycle billingCycle, LocalDate startsOn, LocalDate day) {
        return term.endAfter(startsOn)
                .filter(day.plusDays(1)::isBefore)
                .map(next -> new ShortenedTerm(term, billingCycle, startsOn, day));
    }

    /** What so many units cost at the first charge; what is left of the smallest coin is dropped. */
    public Money firstCharge(Money unitPrice, int quantity) {
        return share(unitPrice.multipliedBy(quantity), RoundingMode.DOWN);
    }

    /** What one unit costs at the first charge, rounded for the eye. */
    public Money proratedPrice(Money unitPrice) {
        return share(unitPrice, RoundingMode.HALF_UP);
    }

    /** What so many units cost over the shortened term. */
    public Money total(Money unitPrice, int quantity) {
        return firstCharge(unitPrice, quantity)
                .plus(unitPrice.multipliedBy(quantity).multipliedBy(charges() - 1L));
    }

    private Money share(Money price, RoundingMode rounding) {
        var share = price.getAmount()
                .multiply(BigDecimal.valueOf(firstDays()))
                .divide(BigDecimal.valueOf(cycleDays()), price.getCurrencyUnit().getDecimalPlaces(), rounding);
        return Money.of(price.getCurrencyUnit(), share);
    }

    private boolean isChargedOnce() {
        return billingCycle.chargesIn(term) == 1;
    }

    private int charges() {
        return isChargedOnce() ? 1 : -firstCycle();
    }

    /** Cycles count backwards from the start of the next term. */
    private int firstCycle() {
        return cycles().numberAt(startsOn);
    }

    private ChargeCycles cycles() {
        return new ChargeCycles(lastDay.plusDays(1), billingCycle.months());
    }

    private long firstDays() {
        var next = isChargedOnce() ? lastDay.plusDays(1) : cycles().startOf(firstCycle() + 1);
        return ChronoUnit.DAYS.between(startsOn, next);
    }

    private long cycleDays() {
        if (isChargedOnce()) {
            return ChronoUnit.DAYS.between(startsOn, term.endAfter(startsOn).orElseThrow());
        }
        return ChronoUnit.DAYS.between(cycles().startOf(firstCycle()), cycles().startOf(firstCycle() + 1));
    }
}
