package oroshi.subscriptions;

import java.util.Optional;
import org.springframework.stereotype.Component;
import oroshi.basics.Refusal;
import oroshi.catalog.Plan;
import oroshi.catalog.Promotion;
import oroshi.catalog.Verdict;

/** The promotion that an upgrade gets: the one that is named, else the deepest of those that apply by themselves. */
@Component
class UpgradePromotions {
    private final TermPromotions promotions;

    UpgradePromotions(TermPromotions promotions) {
        this.promotions = promotions;
    }

    /** Refuses a named promotion to which the customer is not entitled; others are left out silently. */
    Optional<Promotion> find(Subscription source, Verdict.ForSale target, Plan plan, NewTransition wish) {
        var named = wish.promotionId();
        var terms = new TermPromotions.Terms(target.item(), plan, wish.quantity());
        var best = promotions.deepest(source, target, terms, promotion -> named.map(promotion::isCalled)
                .orElse(promotion.isAutoApplicable()));
        if (named.isPresent() && best.isEmpty()) {
            throw Refusal.of("promotionId", TransitionRefusal.PROMOTION_INVALID, named.get());
        }
        return best;
    }
}
