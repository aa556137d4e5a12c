package oroshi.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;
import oroshi.catalog.Promotion;
import oroshi.orders.EligibilityRequest.Wish;
import oroshi.rest.Attributes;

/** The PromotionEligibilities resource as the contract names and nests it: which promotions a purchase would get. */
record EligibilityResource(
        int id,
        String catalogItemId,
        int quantity,
        String billingCycle,
        String termDuration,
        List<Eligibility> eligibilities,
        Attributes attributes) {
    static EligibilityResource of(Wish wish, List<Eligibility> eligibilities) {
        return new EligibilityResource(
                wish.id(),
                wish.itemId(),
                wish.quantity(),
                wish.billingCycle().wire(),
                wish.term().wire(),
                eligibilities,
                Attributes.of("PromotionEligibilities"));
    }

    /** Whether the purchase would get one promotion, and why not. */
    record Eligibility(
            @Nullable String promotionId,
            boolean isEligible,
            @Nullable List<EligibilityError> errors) {
        static Eligibility of(@Nullable String promotionId, List<PromotionObstacle> obstacles) {
            return new Eligibility(
                    promotionId,
                    obstacles.isEmpty(),
                    obstacles.isEmpty()
                            ? null
                            : obstacles.stream().map(EligibilityError::of).toList());
        }
    }

    /** One reason against; which members it has depends on its type. */
    record EligibilityError(
            String type,
            String description,
            @Nullable Integer maxPromotionRedemptionCount,
            @Nullable Integer remainingPromotionRedemptionCount,
            @Nullable Integer minimumRequiredSeats,
            @Nullable Integer maximumRequiredSeats,
            @Nullable Integer availableSeats,
            @Nullable List<EligibleTerm> eligibleTerms) {
        static EligibilityError of(PromotionObstacle obstacle) {
            return switch (obstacle) {
                case PromotionObstacle.ItemUnknown unknown ->
                    plain("InvalidCatalogItemId", "The catalog sells no such item to the customer.");
                case PromotionObstacle.PromotionUnknown unknown ->
                    plain("InvalidPromotion", "There is no such promotion on the item at the moment.");
                case PromotionObstacle.OtherTerm other -> term(other.eligible());
                case PromotionObstacle.Seats seats -> seats(seats);
                case PromotionObstacle.UsedUp used -> redemptions(used);
                case PromotionObstacle.BoughtBefore before ->
                    plain("OfferPurchasedPreviously", "The promotion is for those who never had the product.");
                case PromotionObstacle.ProductMissing missing ->
                    plain("PrerequisiteProductOwnership", "The customer does not own what the promotion builds on.");
                case PromotionObstacle.NothingOnOffer nothing ->
                    plain("NoPromotionsAvailable", "No promotion is on the item.");
            };
        }

        private static EligibilityError plain(String type, String description) {
            return new EligibilityError(type, description, null, null, null, null, null, null);
        }

        private static EligibilityError term(List<Promotion.Discount> eligible) {
            var terms = eligible.stream().map(EligibleTerm::of).toList();
            return new EligibilityError(
                    "Term", "The promotion is for other terms.", null, null, null, null, null, terms);
        }

        private static EligibilityError seats(PromotionObstacle.Seats seats) {
            var limited = seats.maximum() < Integer.MAX_VALUE;
            return new EligibilityError(
                    "SeatCount",
                    "Quantity is outside the seat range of the promotion.",
                    null,
                    null,
                    seats.minimum(),
                    limited ? seats.maximum() : null,
                    limited ? seats.available() : null,
                    null);
        }

        private static EligibilityError redemptions(PromotionObstacle.UsedUp used) {
            return new EligibilityError(
                    "RedemptionLimit",
                    "The customer has used the promotion as often as it may.",
                    used.allowed(),
                    used.left(),
                    null,
                    null,
                    null,
                    null);
        }
    }

    /** A term that the promotion is for. */
    record EligibleTerm(String duration, String billingCycle) {
        static EligibleTerm of(Promotion.Discount discount) {
            return new EligibleTerm(
                    discount.term().wire(), discount.billingCycle().wire());
        }
    }
}
