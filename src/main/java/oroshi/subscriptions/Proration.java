package oroshi.subscriptions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.Money;

/** The price of some days of a charge cycle. A whole cycle costs exactly its price. */
record Proration(Money unitPrice, int cycleDays, int days) {
    private static final int EXACT_DECIMALS = 10;

    /** The price of so many units by the rule of the kind: both are documented, and they round differently. */
    Money of(int quantity, boolean isClassic) {
        return isClassic ? classic(quantity) : newCommerce(quantity);
    }

    /** New commerce multiplies first and then cuts what is smaller than the smallest coin. */
    private Money newCommerce(int quantity) {
        var total = share(BigDecimal.valueOf(quantity), RoundingMode.DOWN);
        return Money.of(unitPrice.getCurrencyUnit(), total);
    }

    /** Classic offers round the price of one unit, half up, and then multiply (J9-16). */
    private Money classic(int quantity) {
        var unit = share(BigDecimal.ONE, RoundingMode.HALF_UP);
        return Money.of(unitPrice.getCurrencyUnit(), unit).multipliedBy(quantity);
    }

    /** What one unit costs for the days: with ten decimals where only the total is cut. */
    BigDecimal ofOne(boolean isClassic) {
        return isClassic
                ? share(BigDecimal.ONE, RoundingMode.HALF_UP)
                : share(BigDecimal.ONE, EXACT_DECIMALS, RoundingMode.HALF_UP);
    }

    private BigDecimal share(BigDecimal quantity, RoundingMode rounding) {
        return share(quantity, unitPrice.getCurrencyUnit().getDecimalPlaces(), rounding);
    }

    private BigDecimal share(BigDecimal quantity, int decimals, RoundingMode rounding) {
        return unitPrice
                .getAmount()
                .multiply(BigDecimal.valueOf(days))
                .multiply(quantity)
                .divide(BigDecimal.valueOf(cycleDays), decimals, rounding);
    }
}
