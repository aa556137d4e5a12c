package oroshi.orders;

import static oroshi.orders.OrderRefusal.CREDIT_LIMIT;
import static oroshi.orders.OrderRefusal.ORDER_UNKNOWN;
import static oroshi.orders.OrderRefusal.PARTNER_SUSPENDED;
import static oroshi.orders.OrderRefusal.SEVERAL_ORDERS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.CustomerId;
import oroshi.basics.OrderId;
import oroshi.basics.PartnerId;
import oroshi.basics.Problem;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.database.Jobs;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.Subscriptions;

/** The orders of all partners: the only way to buy something. */
@Service
public class Orders {
    private static final Instant FAR_OFF = Instant.parse("9999-01-01T00:00:00Z");

    private final Deals deals;
    private final Purchases purchases;
    private final OrderCheck check;
    private final OrderTable table;
    private final Subscriptions subscriptions;
    private final Jobs jobs;
    private final PublishedRefusals published;
    private final Rehearsal rehearsal;

    Orders(
            Deals deals,
            Purchases purchases,
            OrderCheck check,
            OrderTable table,
            Subscriptions subscriptions,
            Jobs jobs,
            PublishedRefusals published,
            Rehearsal rehearsal) {
        this.published = published;
        this.rehearsal = rehearsal;
        this.deals = deals;
        this.purchases = purchases;
        this.check = check;
        this.table = table;
        this.subscriptions = subscriptions;
        this.jobs = jobs;
    }

    /**
     * Buys everything or nothing. Lines of different billing cycles or purchase systems become different orders. Refuses
     * with the first reason in this order: relationship, agreement, partner status, review of the customer; then
     * everything that is wrong with the lines, each with its field {@code lines[n]…}; then limits per customer; then credit.
     */
    @Transactional
    public List<Order> place(PartnerId partnerId, CustomerId customerId, NewOrder request) {
        return purchases.carryOut(deals.open(partnerId, customerId), request, Optional.empty());
    }

    /** As the other, for a customer that the same transaction has just stored with its relationship and agreement. */
    @Transactional
    public List<Order> place(PartnerId partnerId, Buyer buyer, NewOrder request) {
        return purchases.carryOut(deals.open(partnerId, buyer), request, Optional.empty());
    }

    /** As the first, for lines that have to become one order; refuses those that belong to several. */
    @Transactional
    public Order placeOne(PartnerId partnerId, CustomerId customerId, NewOrder request) {
        var placed = published(partnerId, customerId, request);
        if (placed.size() > 1) {
            throw Refusal.because(SEVERAL_ORDERS);
        }
        return placed.getFirst();
    }

    private List<Order> published(PartnerId partnerId, CustomerId customerId, NewOrder request) {
        try {
            var deal = deals.open(partnerId, customerId);
            rehearsal.ofOrder(partnerId, customerId);
            return purchases.carryOut(deal, request, Optional.empty());
        } catch (Refusal refusal) {
            throw refusal.is(PARTNER_SUSPENDED)
                            || refusal.is(CREDIT_LIMIT)
                            || !refusal.problems().isEmpty()
                    ? published.ofOrder(deals.preview(partnerId, customerId), request.lines(), refusal)
                    : refusal;
        }
    }

    /** What would be refused about the lines now, each with its field {@code lines[n]…}; empty when all could be bought. */
    @Transactional(readOnly = true)
    public List<Problem> check(PartnerId partnerId, Buyer buyer, List<NewOrderLine> lines) {
        return OrderCheck.problems(check.preview(deals.preview(partnerId, buyer), lines));
    }

    /** Every order that the partner placed for the customer, the latest first. */
    @Transactional(readOnly = true)
    public List<Order> list(PartnerId partnerId, CustomerId customerId) {
        return list(partnerId, customerId, Instant.EPOCH, FAR_OFF);
    }

    /** Those of the orders that were placed from the first instant on and before the other, the latest first. */
    @Transactional(readOnly = true)
    public List<Order> list(PartnerId partnerId, CustomerId customerId, Instant from, Instant before) {
        return table.list(partnerId, customerId, from, before);
    }

    /** The order; refuses when the partner has none with this id for the customer. */
    @Transactional(readOnly = true)
    public Order get(PartnerId partnerId, CustomerId customerId, OrderId id) {
        return get(partnerId, customerId, id.toString());
    }

    /** The order by its number or id; refuses when the partner has none of this name for the customer. */
    @Transactional(readOnly = true)
    public Order get(PartnerId partnerId, CustomerId customerId, String numberOrId) {
        return table.find(partnerId, customerId, numberOrId)
                .orElseThrow(() -> Refusal.because(ORDER_UNKNOWN, numberOrId));
    }

    /** Sets a subscription up again whose set-up failed; refuses any other. */
    @Transactional
    public Subscription retry(PartnerId partnerId, CustomerId customerId, SubscriptionId id) {
        var subscription = subscriptions.beginAgain(partnerId, customerId, id);
        jobs.add(Fulfilment.JOB, partnerId, List.of(subscription.orderId().value()));
        return subscription;
    }
}
