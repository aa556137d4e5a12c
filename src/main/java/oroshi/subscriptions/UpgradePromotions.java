package oroshi.subscriptions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import oroshi.basics.Refusal;
import oroshi.catalog.Plan;
import oroshi.catalog.Promotion;
import oroshi.catalog.Verdict;
import oroshi.subscriptions.PurchaseClaim.Counted;

/** The promotion that an upgrade gets: the one that is named, else the deepest of those that apply by themselves. */
@Component
class UpgradePromotions {
    private final SubscriptionTable table;
    private final PurchaseCountTable counts;

    UpgradePromotions(SubscriptionTable table, PurchaseCountTable counts) {
        this.table = table;
        this.counts = counts;
    }

    /** Refuses a named promotion to which the customer is not entitled; others are left out silently. */
    Optional<Promotion> find(Subscription source, Verdict.ForSale target, Plan plan, NewTransition wish) {
        var named = wish.promotionId();
        var best = target.promotions().stream()
                .filter(promotion -> named.map(promotion::isCalled).orElse(promotion.isAutoApplicable()))
                .filter(promotion -> promotion.discount(target.item(), plan).isPresent())
                .filter(promotion -> entitles(source, target, wish.quantity(), promotion))
                .max(Comparator.comparing(promotion ->
                        promotion.discount(target.item(), plan).orElseThrow().fraction()));
        if (named.isPresent() && best.isEmpty()) {
            throw Refusal.of("promotionId", TransitionRefusal.PROMOTION_INVALID, named.get());
        }
        return best;
    }

    /** What the upgrade takes of a promotion that may be used only so much. */
    static List<PurchaseClaim> claims(Promotion promotion, int seats) {
        var claims = new ArrayList<PurchaseClaim>();
        redemptions(promotion)
                .ifPresent(most -> claims.add(new PurchaseClaim(promotion.key(), Counted.REDEMPTIONS, 1, most)));
        Optional.ofNullable(promotion.maximumSeats())
                .ifPresent(most -> claims.add(new PurchaseClaim(promotion.key(), Counted.PROMOTED_SEATS, seats, most)));
        return claims;
    }

    private boolean entitles(Subscription source, Verdict.ForSale target, int seats, Promotion promotion) {
        var least = Optional.ofNullable(promotion.minimumSeats()).orElse(1);
        if (seats < least || !hasRoom(source, promotion, seats)) {
            return false;
        }
        var owned = table.list(source.partnerId(), source.customerId());
        return ownsRequired(promotion, owned)
                && !(promotion.isFirstPurchaseOnly() && hadBefore(target.item().key(), owned));
    }

    private boolean hasRoom(Subscription source, Promotion promotion, int seats) {
        return claims(promotion, seats).stream().allMatch(claim -> {
            var used = counts.bought(source.partnerId(), source.customerId(), claim.itemKey(), claim.counted());
            return used + claim.amount() <= claim.allowed();
        });
    }

    /** A promotion for first purchases can be used once. */
    private static Optional<Integer> redemptions(Promotion promotion) {
        var most = Optional.ofNullable(promotion.maximumRedemptions());
        return promotion.isFirstPurchaseOnly() ? Optional.of(Math.min(1, most.orElse(1))) : most;
    }

    /** Every subscription that there ever was counts, a trial of the product too. */
    private static boolean hadBefore(String key, List<Subscription> owned) {
        return owned.stream()
                .anyMatch(subscription -> subscription.item().key().equals(key)
                        || (subscription.item().isTrial()
                                && product(subscription.item().key()).equals(product(key))));
    }

    private static boolean ownsRequired(Promotion promotion, List<Subscription> owned) {
        Set<String> keys = owned.stream()
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
