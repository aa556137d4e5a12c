package oroshi.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.access.Caller;
import oroshi.basics.CustomerId;
import oroshi.catalog.Catalog;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.Plan;
import oroshi.catalog.Promotion;
import oroshi.catalog.Verdict;
import oroshi.orders.EligibilityRequest.Wish;
import oroshi.orders.EligibilityResource.Eligibility;

/** Tells beforehand which promotions a purchase would get. */
@Service
class Eligibilities {
    private final Carts carts;
    private final Deals deals;
    private final Catalog catalog;
    private final OrderCheck check;

    Eligibilities(Carts carts, Deals deals, Catalog catalog, OrderCheck check) {
        this.carts = carts;
        this.deals = deals;
        this.catalog = catalog;
        this.check = check;
    }

    /** An answer to each wish, each judged as if it were the only one. */
    @Transactional(readOnly = true)
    public List<EligibilityResource> list(Caller caller, CustomerId customerId, EligibilityRequest request) {
        carts.requireOrdering(caller.partnerId(), customerId);
        var wishes = request.wishes();
        var deal = deals.preview(caller.partnerId(), customerId);
        var rules = check.promotionRules(deal);
        var verdicts =
                catalog.judge(deal.sale(), wishes.stream().map(Wish::itemId).toList());
        var answers = new ArrayList<EligibilityResource>();
        for (var at = 0; at < wishes.size(); at++) {
            var wish = wishes.get(at);
            answers.add(EligibilityResource.of(wish, eligibilities(deal, rules, wish, verdicts.get(at))));
        }
        return answers;
    }

    private static List<Eligibility> eligibilities(Deal deal, PromotionRules rules, Wish wish, Verdict verdict) {
        if (!(verdict instanceof Verdict.ForSale forSale)) {
            return refused(wish, new PromotionObstacle.ItemUnknown());
        }
        var promotions = forSale.promotions().stream()
                .filter(promotion -> wish.promotionId().map(promotion::isCalled).orElse(true))
                .toList();
        if (promotions.isEmpty()) {
            return refused(
                    wish,
                    wish.promotionId().isPresent()
                            ? new PromotionObstacle.PromotionUnknown()
                            : new PromotionObstacle.NothingOnOffer());
        }
        return promotions.stream()
                .map(promotion -> Eligibility.of(
                        promotion.id(),
                        rules.obstacles(promotion, line(deal, wish, forSale.item(), promotions), List.of())))
                .toList();
    }

    private static List<Eligibility> refused(Wish wish, PromotionObstacle obstacle) {
        return List.of(Eligibility.of(wish.promotionId().orElse(null), List.of(obstacle)));
    }

    /** The wish as a line; what it costs is of no account here, and a plan that is not sold fits no promotion. */
    private static PricedLine line(Deal deal, Wish wish, CatalogItem item, List<Promotion> running) {
        var free = Money.zero(deal.partner().currency());
        var plan = item.plan(wish.term(), wish.billingCycle())
                .orElseGet(() -> new Plan(wish.term(), wish.billingCycle(), free, free));
        var asked = NewOrderLine.of(wish.itemId(), wish.quantity(), wish.billingCycle());
        return new PricedLine(
                0, asked, item, plan, deal.day(), running, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
