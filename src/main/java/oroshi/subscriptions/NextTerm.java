package oroshi.subscriptions;

import java.time.LocalDate;
import java.util.Optional;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;

/**
 * What a subscription becomes at its renewal: another product, number, term or cycle than it has now.
 *
 * @param itemId {@code productId:skuId:availabilityId}; a partner may leave the availability out
 * @param promotionId the promotion that makes the term cheaper
 * @param lastDay the day on which the term ends when that is earlier than its full length
 */
public record NextTerm(
        String itemId,
        int quantity,
        Term term,
        BillingCycle billingCycle,
        Optional<String> promotionId,
        Optional<LocalDate> lastDay) {
    /** What stays the same of the item in every market: {@code productId:skuId}. */
    public String key() {
        var parts = itemId.split(":", -1);
        return parts.length < 2 ? itemId : parts[0] + ":" + parts[1];
    }

    /** Whether it asks for nothing else than what is scheduled already; what it does not name may be anything. */
    boolean isLike(NextTerm scheduled) {
        return (itemId.equalsIgnoreCase(scheduled.itemId) || itemId.equalsIgnoreCase(scheduled.key()))
                && quantity == scheduled.quantity
                && term.equals(scheduled.term)
                && billingCycle == scheduled.billingCycle
                && lastDay.equals(scheduled.lastDay)
                && (promotionId.isEmpty() || promotionId.equals(scheduled.promotionId));
    }
}
