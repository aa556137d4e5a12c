package oroshi.portal.orders;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.basics.CustomerId;
import oroshi.basics.Refusal;
import oroshi.orders.Order;
import oroshi.orders.Orders;
import oroshi.portal.Page;
import oroshi.rest.RestRefusal;

/** The order history of a customer. It is made of prices, so a reseller has none. */
@Controller
@Needs(Permission.SUBSCRIPTION_VIEW)
class OrderPages {
    private final CustomerRecord records;
    private final Orders orders;

    OrderPages(CustomerRecord records, Orders orders) {
        this.records = records;
        this.orders = orders;
    }

    @GetMapping("/customers/{customerId}/orders")
    Page list(Caller caller, @PathVariable CustomerId customerId) {
        var opened = open(caller, customerId);
        var history = orders.list(opened.owner(), customerId).stream()
                .map(OrderRow::new)
                .toList();
        return Page.of("orders/list", "head", RecordHead.of(opened), "rows", history);
    }

    @GetMapping("/customers/{customerId}/orders/{number}")
    Page show(Caller caller, @PathVariable CustomerId customerId, @PathVariable String number) {
        var opened = open(caller, customerId);
        Order order = orders.get(opened.owner(), customerId, number);
        return Page.of("orders/show", "head", RecordHead.of(opened), "row", new OrderRow(order));
    }

    private CustomerRecord.Opened open(Caller caller, CustomerId customerId) {
        var opened = records.open(caller, customerId);
        if (!opened.viewpoint().seesPrices()) {
            throw Refusal.because(RestRefusal.NOT_FOUND);
        }
        return opened;
    }
}
