package oroshi.orders;

import java.util.List;
import oroshi.catalog.Promotion;

/** Why a purchase does not get a promotion. */
sealed interface PromotionObstacle {
    /** The catalog sells no such item to the customer. */
    record ItemUnknown() implements PromotionObstacle {}

    /** There is no such promotion, it does not run, or it is for other products. */
    record PromotionUnknown() implements PromotionObstacle {}

    /** The promotion is for other terms and cycles. */
    record OtherTerm(List<Promotion.Discount> eligible) implements PromotionObstacle {}

    /**
     * There are too few seats, or more than are left.
     *
     * @param available how many may still be bought with the promotion
     */
    record Seats(int minimum, int maximum, int available) implements PromotionObstacle {}

    /** The customer has used the promotion as often as it may. */
    record UsedUp(int allowed, int left) implements PromotionObstacle {}

    /** The customer has had the product before. */
    record BoughtBefore() implements PromotionObstacle {}

    /** The customer owns none of the products that the promotion builds on. */
    record ProductMissing() implements PromotionObstacle {}

    /** No promotion is on the item. */
    record NothingOnOffer() implements PromotionObstacle {}
}
