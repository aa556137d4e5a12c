package oroshi.subscriptions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.Promotion;
import oroshi.subscriptions.PurchaseClaim.Counted;

/** What a purchase or a renewal takes of a promotion that may be used only so much, and what a customer has to own for it. */
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

    /** Whether the customer ever had the item: every subscription counts, a cancelled one and a trial of the product too. */
    public static boolean hadBefore(List<Subscription> owned, CatalogItem item) {
        return owned.stream()
                .map(Subscription::item)
                .anyMatch(had -> had.key().equals(item.key())
                        || (had.isTrial() && product(had.key()).equals(product(item.key()))));
    }

    /** Whether the customer owns what the promotion asks for, and can use it. */
    public static boolean ownsRequired(List<Subscription> owned, Promotion promotion) {
        var keys = owned.stream()
                .filter(Subscription::isUsable)
                .map(subscription -> subscription.item().key())
                .collect(Collectors.toSet());
        return promotion.requiredProducts().stream()
                .allMatch(alternatives -> alternatives.stream().anyMatch(keys::contains));
    }

    private static String product(String key) {
        return key.split(":", -1)[0];
    }
}
