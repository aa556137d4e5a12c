package oroshi.subscriptions;

import java.util.Optional;
import org.joda.money.Money;
import oroshi.catalog.BillingCycle;

/**
 * Another way to pay for the rest of a term, from the next charge on.
 *
 * @param unitPrice price of one unit at each charge, as it was when the term began
 * @param promotionId the promotion of the term, if it is for this way to pay too
 */
public record NextCharge(BillingCycle billingCycle, Money unitPrice, Optional<String> promotionId) {}
