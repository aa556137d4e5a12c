package oroshi.subscriptions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oroshi.catalog.Promotion;
import oroshi.subscriptions.PurchaseClaim.Counted;

/** What a purchase or a renewal takes of a promotion that may be used only so much. */
public final class PromotionUse {
    private static final int UNLIMITED = Integer.MAX_VALUE;

    private PromotionUse() {}

    /** How often a customer may use the promotion: a promotion for first purchases once. */
    public static int redemptions(Promotion promotion) {
        var most = Optional.ofNullable(promotion.maximumRedemptions()).orElse(UNLIMITED);
        return promotion.isFirstPurchaseOnly() ? Math.min(1, most) : most;
    }

    /** How many seats a customer may ever buy with it. */
    public static int seats(Promotion promotion) {
        return Optional.ofNullable(promotion.maximumSeats()).orElse(UNLIMITED);
    }

    /** What so many seats count against the limits of the promotion; nothing for one without limits. */
    public static List<PurchaseClaim> claims(Promotion promotion, int quantity) {
        var claims = new ArrayList<PurchaseClaim>();
        if (redemptions(promotion) < UNLIMITED) {
            claims.add(new PurchaseClaim(promotion.key(), Counted.REDEMPTIONS, 1, redemptions(promotion)));
        }
        if (seats(promotion) < UNLIMITED) {
            claims.add(new PurchaseClaim(promotion.key(), Counted.PROMOTED_SEATS, quantity, seats(promotion)));
        }
        return claims;
    }
}
