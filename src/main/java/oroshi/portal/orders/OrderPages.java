package oroshi.portal.orders;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.basics.CustomerId;
import oroshi.basics.SubscriptionId;
import oroshi.orders.Order;
import oroshi.orders.Orders;
import oroshi.portal.Choice;
import oroshi.portal.Form;
import oroshi.portal.Locales;
import oroshi.portal.Page;
import oroshi.portal.Texts;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.Subscriptions;

/** The order history of a customer. A reseller sees what its provider ordered, without the amounts. */
@Controller
@Needs(Permission.SUBSCRIPTION_VIEW)
class OrderPages {
    private final CustomerRecord records;
    private final Orders orders;
    private final Subscriptions subscriptions;
    private final OrderViews views;
    private final Seller seller;
    private final Locales locales;

    OrderPages(
            CustomerRecord records,
            Orders orders,
            Subscriptions subscriptions,
            OrderViews views,
            Seller seller,
            Locales locales) {
        this.records = records;
        this.orders = orders;
        this.subscriptions = subscriptions;
        this.views = views;
        this.seller = seller;
        this.locales = locales;
    }

    @GetMapping("/customers/{customerId}/orders")
    Page list(Caller caller, @PathVariable CustomerId customerId, HttpServletRequest request) {
        var opened = records.open(caller, customerId);
        var texts = locales.texts(request);
        var filter = OrderFilter.read(Form.of(request), texts.formats());
        var history = filter.form().isRejected() ? List.<OrderRow>of() : rows(opened, filter);
        return Page.of(
                "orders/list",
                "head",
                opened.head(),
                "filter",
                filter,
                "types",
                types(texts),
                "rows",
                history,
                "sells",
                seller.maySell(caller, opened));
    }

    @GetMapping("/customers/{customerId}/orders/{number}")
    Page show(Caller caller, @PathVariable CustomerId customerId, @PathVariable String number) {
        var opened = records.open(caller, customerId);
        return Page.of(
                "orders/show", "head", opened.head(), "view", views.view(caller, opened, number), "form", Form.empty());
    }

    private List<OrderRow> rows(CustomerRecord.Opened opened, OrderFilter filter) {
        var subscribed = filter.type().isEmpty() ? Map.<SubscriptionId, SubscriptionRow.Group>of() : subscribed(opened);
        return opened.in(() -> orders.list(opened.owner(), opened.customerId(), filter.begin(), filter.end())).stream()
                .filter(order -> filter.type().isEmpty()
                        || kinds(order, subscribed).contains(filter.type().get()))
                .map(order -> row(opened, order))
                .toList();
    }

    /** What came of the customer's orders; needed only to tell kinds of orders apart. */
    private Map<SubscriptionId, SubscriptionRow.Group> subscribed(CustomerRecord.Opened opened) {
        return opened.in(() -> subscriptions.list(opened.owner(), opened.customerId())).stream()
                .collect(Collectors.toMap(Subscription::id, SubscriptionRow.Group::of));
    }

    /** A line without subscription is software that was bought once and for all. */
    private static Set<SubscriptionRow.Group> kinds(
            Order order, Map<SubscriptionId, SubscriptionRow.Group> subscribed) {
        return order.lines().stream()
                .map(line -> line.subscriptionId().map(subscribed::get).orElse(SubscriptionRow.Group.ONE_TIME))
                .collect(Collectors.toSet());
    }

    private static List<Choice> types(Texts texts) {
        return Arrays.stream(SubscriptionRow.Group.values())
                .map(group -> Choice.of(group.name(), texts.text("subscriptions.group." + group.name())))
                .toList();
    }

    private static OrderRow row(CustomerRecord.Opened opened, Order order) {
        return new OrderRow(order, opened.viewpoint().seesPrices());
    }
}
