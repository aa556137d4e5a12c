package oroshi.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A discount for a time on the first term of some products.
 *
 * @param id {@code productId:skuId:availabilityId} of the promotion itself
 * @param discounts what is taken off, for each product, term and cycle
 * @param isAutoApplicable whether it applies without being named
 * @param maximumSeats how many seats one customer may ever buy with it
 * @param maximumRedemptions how often one customer may use it
 * @param isFirstPurchaseOnly whether it is for those who have never had the product
 * @param requiredProducts keys of products; of each set the customer must own one
 */
public record Promotion(
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
        boolean isFirstPurchaseOnly,
        List<Set<String>> requiredProducts) {

    public Promotion {
        markets = Set.copyOf(markets);
        discounts = List.copyOf(discounts);
        requiredProducts = requiredProducts.stream().map(Set::copyOf).toList();
    }

    /** What is taken off the price of a SKU bought for a term: 0.15 is 15 percent. */
    public record Discount(String productId, String skuId, Term term, BillingCycle billingCycle, BigDecimal fraction) {
        /** The SKU, as {@link CatalogItem#key} names it. */
        String itemKey() {
            return productId + ":" + skuId;
        }

        /** The price with the discount taken off: 15 percent off 48.00 is 40.80. */
        public Money from(Money price) {
            return price.multipliedBy(BigDecimal.ONE.subtract(fraction), RoundingMode.HALF_UP);
        }
    }

    public boolean runs(Instant at) {
        return !at.isBefore(startsAt) && at.isBefore(endsAt);
    }

    /** The discounts on the item, one for each term and cycle that the promotion is for. */
    public List<Discount> discounts(CatalogItem item) {
        return discounts.stream()
                .filter(discount -> discount.itemKey().equalsIgnoreCase(item.key()))
                .toList();
    }

    /** What is taken off when the item is bought in this way; empty when the promotion is for another one. */
    public Optional<Discount> discount(CatalogItem item, Plan plan) {
        return discounts(item).stream()
                .filter(discount -> discount.term().equals(plan.term()))
                .filter(discount -> discount.billingCycle() == plan.billingCycle())
                .findFirst();
    }

    /** Product and SKU of the promotion, by which its use is counted. */
    public String key() {
        return keyOf(id);
    }

    /** Whether the id means this promotion; the availability in it may be an old one. */
    public boolean isCalled(String otherId) {
        return keyOf(otherId).equals(keyOf(id));
    }

    /** Whether it is for the item, where and to whom that is sold. */
    boolean isOn(CatalogItem item) {
        return !item.isLegacy()
                && item.segment() == segment
                && markets.contains(item.country())
                && !discounts(item).isEmpty();
    }

    private static String keyOf(String id) {
        var parts = id.strip().toUpperCase(Locale.ROOT).split(":", -1);
        return parts.length < 2 ? parts[0] : parts[0] + ":" + parts[1];
    }
}
