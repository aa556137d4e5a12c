package oroshi.subscriptions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import oroshi.catalog.Plan;

/**
 * What a savings plan promises to spend: 0.05 an hour for a year of 365 days is 0.05 * 24 * 365 = 438.00.
 *
 * @param amount spent in each grain of time
 * @param currency in the letters that the buyer used
 * @param grain how long a grain of time is; only an hour is sold
 */
public record PurchaseCommitment(BigDecimal amount, String currency, String grain) {
    private static final BigDecimal HOURS_A_DAY = BigDecimal.valueOf(24);

    public boolean isHourly() {
        return grain.strip().equalsIgnoreCase("hourly");
    }

    public boolean isIn(CurrencyUnit other) {
        return currency.strip().equalsIgnoreCase(other.getCode());
    }

    /** The offered plan at the price of the promise, for a term that starts on the day. */
    public Plan priced(Plan offered, LocalDate startsOn) {
        var end = offered.term().endAfter(startsOn).orElse(startsOn);
        var days = BigDecimal.valueOf(ChronoUnit.DAYS.between(startsOn, end));
        var charges = BigDecimal.valueOf(offered.billingCycle().chargesIn(offered.term()));
        var unit = offered.unitPrice().getCurrencyUnit();
        var charge = Money.of(
                unit,
                amount.multiply(HOURS_A_DAY)
                        .multiply(days)
                        .divide(charges, unit.getDecimalPlaces(), RoundingMode.HALF_UP));
        return new Plan(offered.term(), offered.billingCycle(), charge, charge);
    }
}
