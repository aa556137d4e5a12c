package oroshi.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oroshi.catalog.Promotion;
import oroshi.subscriptions.PurchaseClaim;
import oroshi.subscriptions.PurchaseClaim.Counted;

/** What a line takes of a promotion that may be used only so much. */
final class PromotionUse {
    private static final int UNLIMITED = Integer.MAX_VALUE;

    private PromotionUse() {}

    /** How often a customer may use the promotion: a promotion for first purchases once. */
    static int redemptions(Promotion promotion) {
        var most = Optional.ofNullable(promotion.maximumRedemptions()).orElse(UNLIMITED);
        return promotion.isFirstPurchaseOnly() ? Math.min(1, most) : most;
    }

    static int seats(Promotion promotion) {
        return Optional.ofNullable(promotion.maximumSeats()).orElse(UNLIMITED);
    }

    /** What the line counts against the limits of its promotion; nothing for one without limits. */
    static List<PurchaseClaim> claims(PricedLine line) {
        var claims = new ArrayList<PurchaseClaim>();
        line.promotion().ifPresent(promotion -> {
            if (redemptions(promotion) < UNLIMITED) {
                claims.add(new PurchaseClaim(promotion.key(), Counted.REDEMPTIONS, 1, redemptions(promotion)));
            }
            if (seats(promotion) < UNLIMITED) {
                claims.add(
                        new PurchaseClaim(promotion.key(), Counted.PROMOTED_SEATS, line.quantity(), seats(promotion)));
            }
        });
        return claims;
    }
}
