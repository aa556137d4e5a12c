package oroshi.portal.orders;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import oroshi.access.Caller;
import oroshi.access.Permission;
import oroshi.orders.Order;
import oroshi.orders.OrderChanges;
import oroshi.orders.Orders;
import oroshi.orders.Papers;
import oroshi.subscriptions.Activations;
import oroshi.subscriptions.Subscriptions;

/** Gathers what the page of an order shows to a visitor. */
@Component
class OrderViews {
    private final Orders orders;
    private final OrderChanges changes;
    private final Papers papers;
    private final Subscriptions subscriptions;
    private final Activations activations;

    OrderViews(
            Orders orders, OrderChanges changes, Papers papers, Subscriptions subscriptions, Activations activations) {
        this.orders = orders;
        this.changes = changes;
        this.papers = papers;
        this.subscriptions = subscriptions;
        this.activations = activations;
    }

    OrderView view(Caller caller, CustomerRecord.Opened opened, String number) {
        var order = opened.in(() -> orders.get(opened.owner(), opened.customerId(), number));
        var isOwn = opened.viewpoint().mayChange();
        var handlesPapers = isOwn && Papers.areFor(caller);
        return new OrderView(
                new OrderRow(order, opened.viewpoint().seesPrices()),
                opened.path() + "/orders/" + order.number(),
                isOwn && caller.may(Permission.SUBSCRIPTION_CANCEL)
                        ? changes.cancellableUntil(caller, order)
                        : Optional.empty(),
                handlesPapers,
                handlesPapers ? papers.list(opened.owner(), opened.customerId(), order.number()) : List.of(),
                opened.in(() -> links(order)));
    }

    private Map<Integer, String> links(Order order) {
        var links = new HashMap<Integer, String>();
        for (var line : order.lines()) {
            line.subscriptionId()
                    .flatMap(id -> subscriptions.find(order.partnerId(), order.customerId(), id))
                    .flatMap(activations::waiting)
                    .ifPresent(address -> links.put(line.number(), address.toString()));
        }
        return links;
    }
}
