package oroshi.orders;

import static oroshi.orders.OrderRefusal.ADD_ON_UNFIT;
import static oroshi.orders.OrderRefusal.CREDIT_LIMIT;
import static oroshi.orders.OrderRefusal.INPUT_INVALID;
import static oroshi.orders.OrderRefusal.RESELLER_STATEMENT_MISSING;
import static oroshi.orders.OrderRefusal.USER_MISSING;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import oroshi.basics.CartId;
import oroshi.basics.PartnerId;
import oroshi.basics.Problem;
import oroshi.basics.Refusal;
import oroshi.catalog.ItemKind;
import oroshi.database.Jobs;
import oroshi.partners.PartnerCredit;
import oroshi.partners.PartnerRefusal;
import oroshi.subscriptions.PurchaseClaim;
import oroshi.subscriptions.Subscriptions;

/** Carries a purchase out, inside the transaction of whoever asks: everything or nothing. */
@Component
class Purchases {
    private final OrderCheck check;
    private final OrderTable orders;
    private final Subscriptions subscriptions;
    private final AzureHold hold;
    private final PartnerCredit credit;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;

    Purchases(
            OrderCheck check,
            OrderTable orders,
            Subscriptions subscriptions,
            AzureHold hold,
            PartnerCredit credit,
            Jobs jobs,
            ApplicationEventPublisher events) {
        this.check = check;
        this.orders = orders;
        this.subscriptions = subscriptions;
        this.hold = hold;
        this.credit = credit;
        this.jobs = jobs;
        this.events = events;
    }

    /** The orders that came of it, or a refusal with everything that is wrong with the lines. */
    List<Order> carryOut(Deal deal, NewOrder request, Optional<CartId> cart) {
        var lines = checked(deal, request);
        requireNoMove(deal, lines, cart.isPresent());
        var placed = Assembly.of(deal, request, lines);
        store(placed, cart);
        reserve(deal, lines);
        placed.orders().forEach(order -> events.publishEvent(OrderPlaced.of(order)));
        return placed.orders();
    }

    /** The classic add-ons as lines of the order; refuses what is none for the named base. */
    List<OrderLine> append(Deal deal, Order order, NewOrder request) {
        var lines = checked(deal, request);
        lines.stream().filter(line -> !line.needsBase()).findFirst().ifPresent(line -> {
            throw Refusal.because(ADD_ON_UNFIT, line.item().title());
        });
        var grown = Assembly.appended(order, deal, request, lines);
        var added = grown.orders().getFirst().lines();
        orders.addLines(order, added);
        subscriptions.begin(order.partnerId(), grown.subscriptions());
        jobs.add(Fulfilment.JOB, order.partnerId(), List.of(order.id().value()));
        reserve(deal, lines);
        return added;
    }

    private List<PricedLine> checked(Deal deal, NewOrder request) {
        if (request.lines().isEmpty()) {
            throw Refusal.because(INPUT_INVALID, "an order needs a line");
        }
        requireStatement(request);
        var lines = lines(deal, request);
        requirePerson(request, lines);
        requireRoom(deal, lines);
        return lines;
    }

    /** While a customer moves to the Azure plan, nothing is bought for its Azure. */
    private void requireNoMove(Deal deal, List<PricedLine> lines, boolean isCheckout) {
        var isForAzure = lines.stream()
                .map(line -> line.item().kind())
                .anyMatch(kind -> kind == ItemKind.USAGE || kind.isBenefit());
        if (isForAzure) {
            hold.find(deal.partner().id(), deal.buyer().id()).ifPresent(move -> {
                throw move.refusal(isCheckout);
            });
        }
    }

    private static void requireStatement(NewOrder request) {
        var named = request.lines().stream().anyMatch(line -> !line.resellers().isEmpty());
        if (named && !request.actsForResellers()) {
            throw Refusal.because(RESELLER_STATEMENT_MISSING);
        }
    }

    static void requirePerson(NewOrder request, List<PricedLine> lines) {
        lines.stream()
                .filter(line -> line.item().kind() == ItemKind.SAVINGS_PLAN && !request.isByPerson())
                .findFirst()
                .ifPresent(line -> {
                    throw Refusal.because(USER_MISSING, line.item().title());
                });
    }

    private List<PricedLine> lines(Deal deal, NewOrder request) {
        var verdicts = check.judge(deal, request.lines());
        refuse(OrderCheck.problems(verdicts));
        return OrderCheck.good(verdicts);
    }

    /** Counts what is limited. Two orders for the last one meet here, and the second hears that none is left. */
    private void requireRoom(Deal deal, List<PricedLine> lines) {
        var partnerId = deal.partner().id();
        var left = subscriptions.claim(partnerId, deal.buyer().id(), OrderCheck.claims(lines));
        refuse(left.stream().map(claim -> exhausted(deal, lines, claim)).toList());
    }

    private Problem exhausted(Deal deal, List<PricedLine> lines, PurchaseClaim claim) {
        var line = lines.stream()
                .filter(one -> OrderCheck.claims(List.of(one)).stream().anyMatch(claim::isLike))
                .findFirst()
                .orElseThrow();
        var bought = subscriptions.bought(deal.partner().id(), deal.buyer().id(), claim.itemKey(), claim.counted());
        return OrderCheck.exhausted(line, claim, bought);
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw Refusal.of(problems);
        }
    }

    private void store(Assembly placed, Optional<CartId> cart) {
        PartnerId partnerId = placed.orders().getFirst().partnerId();
        orders.insert(placed.orders(), cart);
        if (placed.subscriptions().isEmpty()) {
            return;
        }
        subscriptions.begin(partnerId, placed.subscriptions());
        List<UUID> waiting = placed.orders().stream()
                .filter(order -> order.status() == OrderStatus.PENDING)
                .map(order -> order.id().value())
                .toList();
        jobs.add(Fulfilment.JOB, partnerId, waiting);
    }

    /** The last step, because it makes the partner's other orders wait until this one is stored. */
    private void reserve(Deal deal, List<PricedLine> lines) {
        var partnerId = deal.partner().id();
        if (credit.standing(partnerId).limit().isEmpty()) {
            return;
        }
        var amount = check.inOwnCurrency(deal, lines).stream()
                .map(PricedLine::firstCharge)
                .reduce(Money.zero(deal.partner().currency()), Money::plus);
        try {
            credit.reserve(partnerId, amount);
        } catch (Refusal refusal) {
            throw refusal.is(PartnerRefusal.CREDIT_LIMIT)
                    ? Refusal.because(CREDIT_LIMIT, refusal.arguments().toArray())
                    : refusal;
        }
    }
}
