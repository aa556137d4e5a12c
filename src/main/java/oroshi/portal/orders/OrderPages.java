package oroshi.portal.orders;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.basics.CustomerId;
import oroshi.orders.Order;
import oroshi.orders.Orders;
import oroshi.portal.Form;
import oroshi.portal.Locales;
import oroshi.portal.Page;

/** The order history of a customer. A reseller sees what its provider ordered, without the amounts. */
@Controller
@Needs(Permission.SUBSCRIPTION_VIEW)
class OrderPages {
    private final CustomerRecord records;
    private final Orders orders;
    private final Locales locales;

    OrderPages(CustomerRecord records, Orders orders, Locales locales) {
        this.records = records;
        this.orders = orders;
        this.locales = locales;
    }

    @GetMapping("/customers/{customerId}/orders")
    Page list(Caller caller, @PathVariable CustomerId customerId, HttpServletRequest request) {
        var opened = records.open(caller, customerId);
        var period = OrderPeriod.read(Form.of(request), locales.texts(request).formats());
        var history = period.form().isRejected() ? List.<OrderRow>of() : rows(opened, period);
        return Page.of("orders/list", "head", opened.head(), "period", period, "rows", history);
    }

    @GetMapping("/customers/{customerId}/orders/{number}")
    Page show(Caller caller, @PathVariable CustomerId customerId, @PathVariable String number) {
        var opened = records.open(caller, customerId);
        var order = opened.in(() -> orders.get(opened.owner(), customerId, number));
        return Page.of("orders/show", "head", opened.head(), "row", row(opened, order));
    }

    private List<OrderRow> rows(CustomerRecord.Opened opened, OrderPeriod period) {
        return opened.in(() -> orders.list(opened.owner(), opened.customerId(), period.begin(), period.end())).stream()
                .map(order -> row(opened, order))
                .toList();
    }

    private static OrderRow row(CustomerRecord.Opened opened, Order order) {
        return new OrderRow(order, opened.viewpoint().seesPrices());
    }
}
