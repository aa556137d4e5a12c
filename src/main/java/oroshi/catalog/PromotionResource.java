package oroshi.catalog;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The Promotion resource as the contract names and nests it. */
record PromotionResource(
        String id,
        String name,
        String description,
        String startDate,
        String endDate,
        PromotionProperties properties,
        List<RequiredProduct> requiredProducts,
        @Nullable PromotionConstraints promotionConstraints) {
    /** Promotions write UTC as an offset, unlike the rest of the API. */
    private static final DateTimeFormatter WITH_OFFSET =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private static final Instant OPEN = Instant.parse("9999-01-01T00:00:00Z");

    record PromotionProperties(boolean isAutoApplicable) {}

    record RequiredProduct(String productId, String skuId, PromotionTerm term, List<PricingPolicy> pricingPolicies) {
        static RequiredProduct of(Promotion.Discount discount) {
            return new RequiredProduct(
                    discount.productId(),
                    discount.skuId(),
                    new PromotionTerm(
                            discount.term().wire(), discount.billingCycle().title()),
                    List.of(new PricingPolicy(
                            "PercentDiscount",
                            discount.fraction().stripTrailingZeros().toPlainString())));
        }
    }

    record PromotionTerm(String duration, String billingCycle) {}

    record PricingPolicy(String policyType, String value) {}

    record PromotionConstraints(
            @Nullable List<SeatConstraint> seatConstraints,
            @Nullable List<AssetOwnershipLimit> assetOwnershipLimits,
            @Nullable List<EligibilityConstraint> eligibilityConstraints,
            @Nullable List<List<OwnedProduct>> productOwnershipConstraints) {
        static PromotionConstraints of(Promotion promotion) {
            var minimum = promotion.minimumSeats();
            var maximum = promotion.maximumSeats();
            var redemptions = promotion.maximumRedemptions();
            return new PromotionConstraints(
                    minimum == null && maximum == null
                            ? null
                            : List.of(new SeatConstraint(minimum, maximum, "SubscriptionQuantity")),
                    redemptions == null
                            ? null
                            : List.of(new AssetOwnershipLimit(0, redemptions, "LifetimeRedemptionCount")),
                    promotion.isFirstPurchaseOnly() ? List.of(new EligibilityConstraint(true, "FirstPurchase")) : null,
                    ownership(promotion.requiredProducts()));
        }

        private static @Nullable List<List<OwnedProduct>> ownership(List<Set<String>> required) {
            return required.isEmpty()
                    ? null
                    : required.stream()
                            .map(alternatives -> alternatives.stream()
                                    .sorted()
                                    .map(key -> new OwnedProduct(key.replace(':', '/')))
                                    .toList())
                            .toList();
        }
    }

    /** A product as {@code productId/skuId}. */
    record OwnedProduct(String bigId) {}

    record SeatConstraint(
            @Nullable Integer minSeats, @Nullable Integer maxSeats, String type) {}

    record AssetOwnershipLimit(int minAssets, int maxAssets, String type) {}

    record EligibilityConstraint(boolean isApplicable, String type) {}

    /** As lists have it: without the constraints. */
    static PromotionResource listed(Promotion promotion, WireLocale locale) {
        return of(promotion, locale, null);
    }

    static PromotionResource whole(Promotion promotion, WireLocale locale) {
        return of(promotion, locale, PromotionConstraints.of(promotion));
    }

    private static PromotionResource of(
            Promotion promotion, WireLocale locale, @Nullable PromotionConstraints constraints) {
        return new PromotionResource(
                promotion.id(),
                locale.text(promotion.name()),
                locale.text(promotion.description()),
                written(promotion.startsAt()),
                end(promotion.endsAt()),
                new PromotionProperties(promotion.isAutoApplicable()),
                promotion.discounts().stream().map(RequiredProduct::of).toList(),
                constraints);
    }

    /** The last moment that counts; of a promotion without an end the moment that the contract has for it. */
    private static String end(Instant endsAt) {
        return endsAt.isBefore(OPEN) ? written(endsAt.minusSeconds(1)) : written(OPEN);
    }

    private static String written(Instant instant) {
        return WITH_OFFSET.format(instant.atOffset(ZoneOffset.UTC));
    }
}
