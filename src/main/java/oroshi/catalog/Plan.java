package oroshi.catalog;

import org.joda.money.Money;

/** One way to pay for an item: how long it binds, how often it is charged, and what one unit costs at each charge. */
public record Plan(Term term, BillingCycle billingCycle, Money unitPrice, Money suggestedPrice) {
    /** The price of so many units at each charge, before tax. */
    public Money chargeFor(int quantity) {
        return unitPrice.multipliedBy(quantity);
    }

    /** The price of so many units over the whole term, before tax: 12 charges of a year paid monthly. */
    public Money totalFor(int quantity) {
        return chargeFor(quantity).multipliedBy(billingCycle.chargesIn(term));
    }
}
