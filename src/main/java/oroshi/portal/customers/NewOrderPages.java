package oroshi.portal.customers;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.customers.CustomerPageRequest;
import oroshi.customers.Customers;
import oroshi.partners.Partners;
import oroshi.portal.Form;
import oroshi.portal.Page;
import oroshi.portal.Texts;

/** Begins an order with the choice of the customer. */
@Controller
@Needs(Permission.ORDER_BUY)
class NewOrderPages {
    private static final int SHOWN = 20;

    private final Customers customers;
    private final Partners partners;

    NewOrderPages(Customers customers, Partners partners) {
        this.customers = customers;
        this.partners = partners;
    }

    @GetMapping("/customers/new-order")
    Page choose(Caller caller, Texts texts, HttpServletRequest request) {
        partners.get(caller.partnerId()).requireMayOrder();
        var form = Form.of(request);
        var search = Listing.of(form).search(texts.language().locale());
        var found = customers.list(caller.partnerId(), search, CustomerPageRequest.first(SHOWN));
        return Page.of("customers/new-order", "rows", found.rows(), "form", form);
    }
}
