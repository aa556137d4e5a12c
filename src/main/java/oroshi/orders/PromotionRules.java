package oroshi.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import oroshi.catalog.Promotion;
import oroshi.subscriptions.PromotionUse;
import oroshi.subscriptions.PurchaseClaim.Counted;
import oroshi.subscriptions.Subscription;

/**
 * Whether a customer gets a promotion.
 *
 * @param owned every subscription that the customer ever had; asked only when a rule depends on it
 * @param counts how much of promotions was used before
 */
record PromotionRules(Supplier<List<Subscription>> owned, Counts counts) {
    /** How much of a promotion the customer has used. */
    interface Counts {
        int used(String promotionKey, Counted counted);
    }

    /**
     * What stands between the line and the promotion, in the order in which the contract checks it.
     *
     * @param before lines of the same order that come first, with the promotions that they get
     */
    List<PromotionObstacle> obstacles(Promotion promotion, PricedLine line, List<PricedLine> before) {
        var obstacles = new ArrayList<PromotionObstacle>();
        if (promotion.discount(line.item(), line.plan()).isEmpty()) {
            obstacles.add(new PromotionObstacle.OtherTerm(promotion.discounts(line.item())));
        }
        checkSeats(promotion, line, before, obstacles);
        checkRedemptions(promotion, before, obstacles);
        if (promotion.isFirstPurchaseOnly()
                && (PromotionUse.hadBefore(owned.get(), line.item()) || buysTwice(line, before))) {
            obstacles.add(new PromotionObstacle.BoughtBefore());
        }
        if (!ownsRequired(promotion)) {
            obstacles.add(new PromotionObstacle.ProductMissing());
        }
        return obstacles;
    }

    private void checkSeats(
            Promotion promotion, PricedLine line, List<PricedLine> before, List<PromotionObstacle> obstacles) {
        var minimum = promotion.minimumSeats() == null ? 1 : promotion.minimumSeats();
        var maximum = PromotionUse.seats(promotion);
        var available = maximum;
        if (maximum < Integer.MAX_VALUE) {
            var taken = with(promotion, before).stream()
                    .mapToInt(PricedLine::quantity)
                    .sum();
            available = Math.max(0, maximum - taken - counts.used(promotion.key(), Counted.PROMOTED_SEATS));
        }
        if (line.quantity() < minimum || line.quantity() > available) {
            obstacles.add(new PromotionObstacle.Seats(minimum, maximum, available));
        }
    }

    private void checkRedemptions(Promotion promotion, List<PricedLine> before, List<PromotionObstacle> obstacles) {
        var allowed = promotion.maximumRedemptions();
        if (allowed == null) {
            return;
        }
        var used = counts.used(promotion.key(), Counted.REDEMPTIONS)
                + with(promotion, before).size();
        if (used >= allowed) {
            obstacles.add(new PromotionObstacle.UsedUp(allowed, 0));
        }
    }

    private static List<PricedLine> with(Promotion promotion, List<PricedLine> lines) {
        return lines.stream()
                .filter(line -> line.promotion()
                        .map(other -> other.key().equals(promotion.key()))
                        .orElse(false))
                .toList();
    }

    private static boolean buysTwice(PricedLine line, List<PricedLine> before) {
        return before.stream()
                .anyMatch(other -> other.item().key().equals(line.item().key()));
    }

    private boolean ownsRequired(Promotion promotion) {
        return promotion.requiredProducts().isEmpty() || PromotionUse.ownsRequired(owned.get(), promotion);
    }
}
