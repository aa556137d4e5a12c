package oroshi.orders;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import oroshi.basics.Problem;
import oroshi.catalog.Promotion;
import oroshi.orders.LineVerdict.Bad;
import oroshi.orders.LineVerdict.Good;

/**
 * Gives lines the promotions that they are entitled to. One that applies by itself is left out silently when the customer
 * is not entitled to it; one that a line names makes the line bad. Of several the deepest discount wins.
 */
final class Promoting {
    private final PromotionRules rules;
    private final List<PricedLine> before = new ArrayList<>();

    private Promoting(PromotionRules rules) {
        this.rules = rules;
    }

    /** The verdicts, of which the good ones carry their promotions now. */
    static List<LineVerdict> apply(PromotionRules rules, List<LineVerdict> verdicts) {
        var promoting = new Promoting(rules);
        return verdicts.stream().map(promoting::apply).toList();
    }

    private LineVerdict apply(LineVerdict verdict) {
        if (!(verdict instanceof Good good)) {
            return verdict;
        }
        var applied = apply(good.line());
        if (applied instanceof Good promoted) {
            before.add(promoted.line());
        }
        return applied;
    }

    private LineVerdict apply(PricedLine line) {
        var named = line.asked().promotionId();
        var best = best(line);
        if (named.isPresent() && best.isEmpty()) {
            return new Bad(refused(line, named.get()));
        }
        return new Good(line.withPromotion(best));
    }

    private Optional<Promotion> best(PricedLine line) {
        return candidates(line).stream()
                .filter(promotion -> rules.obstacles(promotion, line, before).isEmpty())
                .max(Comparator.comparing(promotion -> promotion
                        .discount(line.item(), line.plan())
                        .orElseThrow()
                        .fraction()));
    }

    /** The promotion that the line names, else those that apply by themselves and fit its plan. */
    private static List<Promotion> candidates(PricedLine line) {
        var named = line.asked().promotionId();
        return line.running().stream()
                .filter(promotion -> named.map(promotion::isCalled).orElse(promotion.isAutoApplicable()))
                .filter(promotion ->
                        promotion.discount(line.item(), line.plan()).isPresent())
                .toList();
    }

    private static Problem refused(PricedLine line, String promotionId) {
        return Problem.of("lines[" + line.position() + "].promotionId", OrderRefusal.PROMOTION_INVALID, promotionId);
    }
}
