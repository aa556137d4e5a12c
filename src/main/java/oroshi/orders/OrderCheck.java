package oroshi.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import oroshi.basics.Problem;
import oroshi.basics.Refusal;
import oroshi.catalog.Promotion;
import oroshi.catalog.PurchaseLimit;
import oroshi.orders.LineVerdict.Bad;
import oroshi.orders.LineVerdict.Good;
import oroshi.subscriptions.PromotionUse;
import oroshi.subscriptions.PurchaseClaim;
import oroshi.subscriptions.PurchaseClaim.Counted;
import oroshi.subscriptions.Registrations;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.Subscriptions;

/** Checks the lines of an order, each alone and then all together. */
@Component
class OrderCheck {
    private final LinePricing pricing;
    private final ResellerCheck resellers;
    private final PurchaseCaps caps;
    private final Subscriptions subscriptions;
    private final Registrations registrations;

    OrderCheck(
            LinePricing pricing,
            ResellerCheck resellers,
            PurchaseCaps caps,
            Subscriptions subscriptions,
            Registrations registrations) {
        this.pricing = pricing;
        this.resellers = resellers;
        this.caps = caps;
        this.subscriptions = subscriptions;
        this.registrations = registrations;
    }

    /** A verdict for each line, in their order; limits that only the database can decide are not among them. */
    List<LineVerdict> judge(Deal deal, List<NewOrderLine> lines) {
        var alone = pricing.judge(deal, lines);
        var owned = owned(deal);
        var rules = new OrderRules(good(alone), new Holdings(owned, registrations::isRegistered));
        var together = alone.stream()
                .map(verdict -> verdict instanceof Good good ? judge(deal, rules, good.line()) : verdict)
                .toList();
        return Promoting.apply(promotionRules(deal, owned), together);
    }

    /** A verdict for each line as if it stood alone: what was ordered before no longer depends on what is owned. */
    List<LineVerdict> judgeAlone(Deal deal, List<NewOrderLine> lines) {
        return pricing.judge(deal, lines);
    }

    /** As {@link #judge}, and whether the customer's counted purchases leave room: a look that an order does not rely on. */
    List<LineVerdict> preview(Deal deal, List<NewOrderLine> lines) {
        return judge(deal, lines).stream()
                .map(verdict -> verdict instanceof Good good ? roomFor(deal, good.line()) : verdict)
                .toList();
    }

    /**
     * The verdict on the last line of a page, with the others bought along; what the customer owns is known to whoever
     * asks. Pages register the subscription that a reservation hangs on when they put it into the cart.
     */
    LineVerdict previewLast(Deal deal, List<NewOrderLine> lines, Supplier<List<Subscription>> owned) {
        var alone = pricing.judge(deal, lines);
        if (!(alone.getLast() instanceof Good good)) {
            return alone.getLast();
        }
        var holdings = new Holdings(owned, anchor -> true);
        var verdict = judge(deal, new OrderRules(good(alone), holdings), good.line());
        return verdict instanceof Good allowed ? roomFor(deal, allowed.line()) : verdict;
    }

    private LineVerdict judge(Deal deal, OrderRules rules, PricedLine line) {
        return resellers
                .obstacle(deal, line)
                .or(() -> caps.obstacle(deal, line))
                .<LineVerdict>map(Bad::new)
                .orElseGet(() -> rules.judge(line));
    }

    /** The rules of promotions for the customer of the deal. */
    PromotionRules promotionRules(Deal deal) {
        return promotionRules(deal, owned(deal));
    }

    private PromotionRules promotionRules(Deal deal, Supplier<List<Subscription>> owned) {
        return new PromotionRules(
                owned,
                (key, counted) ->
                        subscriptions.bought(deal.partner().id(), deal.buyer().id(), key, counted));
    }

    private Supplier<List<Subscription>> owned(Deal deal) {
        return new Remembered<>(
                () -> subscriptions.list(deal.partner().id(), deal.buyer().id()));
    }

    private LineVerdict roomFor(Deal deal, PricedLine line) {
        return limits(List.of(line)).stream()
                .filter(claim -> bought(deal, claim) + claim.amount() > claim.allowed())
                .findFirst()
                .<LineVerdict>map(claim -> new Bad(exhausted(line, claim, bought(deal, claim))))
                .orElse(new Good(line));
    }

    private int bought(Deal deal, PurchaseClaim claim) {
        return subscriptions.bought(deal.partner().id(), deal.buyer().id(), claim.itemKey(), claim.counted());
    }

    /**
     * The same lines at what they cost in the partner's currency, in which its credit is counted; refuses what has no
     * such price.
     */
    List<PricedLine> inOwnCurrency(Deal deal, List<PricedLine> lines) {
        if (lines.stream()
                .allMatch(line -> line.item().currency().equals(deal.partner().currency()))) {
            return lines;
        }
        var asked = lines.stream()
                .map(line -> line.asked().withCurrency(Optional.empty()))
                .toList();
        var verdicts = pricing.judge(deal, asked);
        if (!problems(verdicts).isEmpty()) {
            throw Refusal.because(OrderRefusal.CURRENCY_FOREIGN, deal.partner().currency(), deal.currencies());
        }
        return good(verdicts).stream()
                .map(line -> line.withPromotion(lines.get(line.position()).promotion()))
                .toList();
    }

    static List<PricedLine> good(List<LineVerdict> verdicts) {
        return verdicts.stream()
                .flatMap(verdict -> verdict instanceof Good good ? Stream.of(good.line()) : Stream.empty())
                .toList();
    }

    static List<Problem> problems(List<LineVerdict> verdicts) {
        var problems = new ArrayList<Problem>();
        for (var verdict : verdicts) {
            if (verdict instanceof Bad bad) {
                problems.add(bad.problem());
            }
        }
        return problems;
    }

    /** What of the lines is counted per customer: what is limited, and the use of promotions. */
    static List<PurchaseClaim> claims(List<PricedLine> lines) {
        var claims = new TreeMap<String, PurchaseClaim>();
        limits(lines).forEach(claim -> add(claims, claim));
        lines.forEach(line -> line.promotion().ifPresent(promotion -> PromotionUse.claims(promotion, line.quantity())
                .forEach(claim -> add(claims, claim))));
        return List.copyOf(claims.values());
    }

    /** What of the lines is limited: subscriptions of some items, seats of pooled products. */
    private static List<PurchaseClaim> limits(List<PricedLine> lines) {
        var claims = new TreeMap<String, PurchaseClaim>();
        for (var line : lines) {
            var limit = line.item().limit();
            if (limit.scope() != PurchaseLimit.Scope.NONE) {
                add(claims, new PurchaseClaim(line.item().key(), Counted.SUBSCRIPTIONS, 1, limit.count()));
            }
            if (line.item().poolsSeats()) {
                add(
                        claims,
                        new PurchaseClaim(
                                line.item().key(),
                                Counted.SEATS,
                                line.quantity(),
                                line.item().maximumQuantity()));
            }
        }
        return List.copyOf(claims.values());
    }

    private static void add(Map<String, PurchaseClaim> claims, PurchaseClaim claim) {
        claims.merge(
                claim.itemKey() + "/" + claim.counted(),
                claim,
                (one, more) ->
                        new PurchaseClaim(one.itemKey(), one.counted(), one.amount() + more.amount(), one.allowed()));
    }

    /** Why there is no room for the claim. */
    static Problem exhausted(PricedLine line, PurchaseClaim claim, int bought) {
        var field = "lines[" + line.position() + "]";
        return switch (claim.counted()) {
            case SUBSCRIPTIONS ->
                Problem.of(field, OrderRefusal.ONE_PER_CUSTOMER, line.item().title(), claim.allowed());
            case REDEMPTIONS, PROMOTED_SEATS ->
                Problem.of(
                        field + ".promotionId",
                        OrderRefusal.PROMOTION_INVALID,
                        line.promotion().map(Promotion::id).orElse(claim.itemKey()));
            case SEATS ->
                Problem.of(
                        field + ".quantity",
                        OrderRefusal.SEATS_EXHAUSTED,
                        claim.amount(),
                        line.item().title(),
                        Math.max(0, claim.allowed() - bought));
        };
    }
}
