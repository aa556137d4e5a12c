package oroshi.catalog;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A discount for a time on the first term of some products. */
record Promotion(
        String id,
        Segment segment,
        Set<String> markets,
        LocalizedText name,
        LocalizedText description,
        Instant startsAt,
        Instant endsAt,
        boolean isAutoApplicable,
        List<Discount> discounts,
        @Nullable Integer minimumSeats,
        @Nullable Integer maximumSeats,
        @Nullable Integer maximumRedemptions,
        boolean isFirstPurchaseOnly) {

    boolean runs(Instant at) {
        return !at.isBefore(startsAt) && at.isBefore(endsAt);
    }

    /** What is taken off the price of a SKU bought for a term: 0.15 is 15 percent. */
    record Discount(String productId, String skuId, Term term, BillingCycle billingCycle, BigDecimal fraction) {}
}
