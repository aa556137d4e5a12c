package oroshi.orders;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.Problem;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.CatalogItem;
import oroshi.orders.LineVerdict.Bad;
import oroshi.orders.LineVerdict.Good;
import oroshi.subscriptions.PurchaseClaim;
import oroshi.subscriptions.SetUp;
import oroshi.subscriptions.SubscriptionStatus;
import oroshi.subscriptions.Subscriptions;

/**
 * Orders for what a customer uses already and goes on using as something else, or with another partner. Nothing is sold
 * anew: prerequisites, end days and credit are not asked for again, the catalog and its limits are.
 */
@Service
public class Successors {
    private final Deals deals;
    private final OrderCheck check;
    private final OrderTable table;
    private final Subscriptions subscriptions;
    private final SetUp setUp;
    private final ApplicationEventPublisher events;

    Successors(
            Deals deals,
            OrderCheck check,
            OrderTable table,
            Subscriptions subscriptions,
            SetUp setUp,
            ApplicationEventPublisher events) {
        this.deals = deals;
        this.check = check;
        this.table = table;
        this.subscriptions = subscriptions;
        this.setUp = setUp;
        this.events = events;
    }

    /**
     * What a line would become.
     *
     * @param obstacle why it can't
     */
    public record Foreseen(Optional<CatalogItem> item, Optional<Problem> obstacle) {}

    /** What a line became. */
    public record Succession(Order order, SubscriptionId subscriptionId) {}

    /** What each of the lines would become, in their order. */
    @Transactional(readOnly = true)
    public List<Foreseen> foresee(PartnerId partnerId, CustomerId customerId, List<NewOrderLine> lines) {
        var deal = deal(partnerId, customerId);
        return judge(deal, lines).stream()
                .map(verdict -> verdict instanceof Good good ? foreseen(deal, good.line()) : refused((Bad) verdict))
                .toList();
    }

    /** Refuses unless the partner may sell to the customer now: its status, the relationship, the agreement. */
    @Transactional
    public void requireOpen(PartnerId partnerId, CustomerId customerId) {
        deals.open(partnerId, customerId);
    }

    /**
     * Places the orders and sets up what they leave behind, in the transaction of whoever asks; refuses what can't be.
     * Says of each line, in their order, what it became.
     */
    @Transactional
    public List<Succession> place(
            PartnerId partnerId, CustomerId customerId, List<NewOrderLine> lines, String placedBy) {
        var deal = deal(partnerId, customerId);
        var verdicts = judge(deal, lines);
        refuse(OrderCheck.problems(verdicts));
        var good = OrderCheck.good(verdicts);
        claim(deal, good);
        var placed = Assembly.of(deal, NewOrder.of(lines, placedBy), good);
        table.insert(placed.orders(), Optional.empty());
        subscriptions.begin(partnerId, placed.subscriptions());
        placed.orders().forEach(order -> events.publishEvent(OrderPlaced.of(order)));
        var done =
                placed.orders().stream().map(order -> setUp(partnerId, order)).toList();
        return successions(good, done);
    }

    /** Each line's order and subscription, in the order of the lines; orders keep the lines of a group together. */
    private static List<Succession> successions(List<PricedLine> lines, List<Order> placed) {
        var groups = new LinkedHashMap<String, List<PricedLine>>();
        lines.forEach(line ->
                groups.computeIfAbsent(line.group(), group -> new ArrayList<>()).add(line));
        var found = new TreeMap<Integer, Succession>();
        var orders = placed.iterator();
        groups.values().forEach(group -> {
            var order = orders.next();
            for (var at = 0; at < group.size(); at++) {
                var id = order.lines().get(at).subscriptionId().orElseThrow();
                found.put(group.get(at).position(), new Succession(order, id));
            }
        });
        return List.copyOf(found.values());
    }

    private Order setUp(PartnerId partnerId, Order order) {
        var ids = order.lines().stream()
                .flatMap(line -> line.subscriptionId().stream())
                .toList();
        var isBroken = setUp.run(partnerId, ids).stream()
                .anyMatch(result -> result.status() == SubscriptionStatus.SET_UP_FAILED);
        if (isBroken) {
            throw Refusal.because(OrderRefusal.SUCCESSOR_NOT_SET_UP);
        }
        var done = order.advanced(order.lines().stream()
                .map(line -> line.withState(LineState.FULFILLED))
                .toList());
        table.updateStates(List.of(done));
        return done;
    }

    private List<LineVerdict> judge(Deal deal, List<NewOrderLine> lines) {
        var based = check.judgeAlone(deal, lines).stream()
                .map(verdict -> verdict instanceof Good good ? new Good(onBase(good.line())) : verdict)
                .toList();
        return Promoting.apply(check.promotionRules(deal), based);
    }

    private static PricedLine onBase(PricedLine line) {
        return line.asked().baseLine().map(line::onLine).orElse(line);
    }

    private Foreseen foreseen(Deal deal, PricedLine line) {
        return new Foreseen(Optional.of(line.item()), exhausted(deal, line));
    }

    private static Foreseen refused(Bad bad) {
        return new Foreseen(Optional.empty(), Optional.of(bad.problem()));
    }

    private Optional<Problem> exhausted(Deal deal, PricedLine line) {
        return OrderCheck.claims(List.of(line)).stream()
                .filter(claim -> claim.amount() + bought(deal, claim) > claim.allowed())
                .map(claim -> OrderCheck.exhausted(line, claim, bought(deal, claim)))
                .findFirst();
    }

    private int bought(Deal deal, PurchaseClaim claim) {
        return subscriptions.bought(deal.partner().id(), deal.buyer().id(), claim.itemKey(), claim.counted());
    }

    /** Counts what is limited; refuses when somebody else was quicker. */
    private void claim(Deal deal, List<PricedLine> lines) {
        var left = subscriptions.claim(deal.partner().id(), deal.buyer().id(), OrderCheck.claims(lines));
        refuse(left.stream().map(claim -> exhausted(deal, lines, claim)).toList());
    }

    private Problem exhausted(Deal deal, List<PricedLine> lines, PurchaseClaim claim) {
        var line = lines.stream()
                .filter(one -> OrderCheck.claims(List.of(one)).stream().anyMatch(claim::isLike))
                .findFirst()
                .orElseThrow();
        return OrderCheck.exhausted(line, claim, bought(deal, claim));
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw Refusal.of(problems);
        }
    }

    /** The customer's own reseller is not taken over: who is on record goes along with what is used. */
    private Deal deal(PartnerId partnerId, CustomerId customerId) {
        var buyer = deals.preview(partnerId, customerId).buyer();
        return deals.preview(
                partnerId, Buyer.of(buyer.id(), buyer.country(), buyer.qualifications(), Optional.empty()));
    }
}
