package oroshi.portal.customers;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.basics.CustomerId;
import oroshi.customers.CustomerPageRequest;
import oroshi.customers.CustomerRow;
import oroshi.customers.Customers;
import oroshi.portal.Form;
import oroshi.portal.Locales;
import oroshi.portal.Page;

/** Goes from one customer to another and keeps the section of the record. */
@Controller
@Needs(Permission.CUSTOMER_VIEW)
class CustomerSwitchPages {
    private static final int SHOWN = 20;
    private static final Set<String> SECTIONS =
            Set.of("account", "subscriptions", "orders", "transfers", "users", "agreement");

    private final Customers customers;
    private final Locales locales;

    CustomerSwitchPages(Customers customers, Locales locales) {
        this.customers = customers;
        this.locales = locales;
    }

    @GetMapping("/customers/{customerId}/switch")
    Page choose(Caller caller, @PathVariable CustomerId customerId, HttpServletRequest request) {
        var form = Form.of(request);
        var customer = customers.get(caller.partnerId(), customerId);
        var section = SECTIONS.contains(form.value("section")) ? form.value("section") : "account";
        var search = Listing.of(form).search(locales.texts(request).language().locale());
        List<CustomerRow> found = customers
                .list(caller.partnerId(), search, CustomerPageRequest.first(SHOWN))
                .rows();
        return Page.of("customers/switch", "customer", customer, "section", section, "rows", found, "form", form);
    }
}
