package oroshi.orders;

import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.LocalizedText;
import oroshi.catalog.Term;

/**
 * One line of an order.
 *
 * @param number position in the order, from zero
 * @param quantity how many were bought; {@link #remaining} says how many of them were not taken back
 * @param promotionId the promotion that was applied
 * @param attested whether the partner made the statement that the item asks for
 * @param subscriptionId the subscription that came of it; none for software that is bought once and for all
 */
public record OrderLine(
        int number,
        String itemId,
        LocalizedText title,
        String friendlyName,
        int quantity,
        Term term,
        LinePrice price,
        Optional<SubscriptionId> subscriptionId,
        Optional<SubscriptionId> parent,
        Optional<String> resellerMpnId,
        List<String> additionalResellers,
        Optional<String> promotionId,
        boolean attested,
        Particulars particulars,
        LineState state) {
    public OrderLine {
        additionalResellers = List.copyOf(additionalResellers);
    }

    /** The price of one unit at each charge. */
    public Money unitPrice() {
        return price.unit();
    }

    /** How many are left: none of a line that was cancelled. */
    public int remaining() {
        return state == LineState.CANCELLED ? 0 : quantity;
    }

    /** The price of the line over its term. */
    public Money total() {
        return remaining() == 0 ? Money.zero(price.total().getCurrencyUnit()) : price.total();
    }

    /** The price of the line at each charge. */
    public Money charge() {
        return unitPrice().multipliedBy(remaining());
    }

    OrderLine withPrice(LinePrice other) {
        return with(other, state);
    }

    OrderLine withState(LineState next) {
        return with(price, next);
    }

    private OrderLine with(LinePrice newPrice, LineState newState) {
        return new OrderLine(
                number,
                itemId,
                title,
                friendlyName,
                quantity,
                term,
                newPrice,
                subscriptionId,
                parent,
                resellerMpnId,
                additionalResellers,
                promotionId,
                attested,
                particulars,
                newState);
    }
}
