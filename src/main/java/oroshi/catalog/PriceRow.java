package oroshi.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** One line of a price file: what a unit of a SKU costs for the whole term, for a time. */
record PriceRow(
        String productId,
        String skuId,
        Segment segment,
        Term term,
        BillingCycle billingCycle,
        Instant from,
        Instant to,
        BigDecimal unitPrice,
        BigDecimal suggestedPrice) {

    String skuKey() {
        return productId + ":" + skuId;
    }

    /** The same price for the term, paid in another cycle. */
    PriceRow chargedIn(BillingCycle other) {
        return new PriceRow(productId, skuId, segment, term, other, from, to, unitPrice, suggestedPrice);
    }

    /** The plan behind the row: 115.20 for a year charged monthly is 9.60 at each charge. */
    PlanWindow window(CurrencyUnit currency) {
        return new PlanWindow(
                new Plan(term, billingCycle, perCharge(unitPrice, currency), perCharge(suggestedPrice, currency)),
                from,
                to);
    }

    private Money perCharge(BigDecimal forTerm, CurrencyUnit currency) {
        var charges = BigDecimal.valueOf(billingCycle.chargesIn(term));
        return Money.of(currency, forTerm.divide(charges, currency.getDecimalPlaces(), RoundingMode.HALF_UP));
    }
}
