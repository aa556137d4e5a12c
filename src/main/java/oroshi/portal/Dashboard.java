package oroshi.portal;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import oroshi.access.Caller;
import oroshi.access.Permission;
import oroshi.partners.Partner;
import oroshi.partners.PartnerStatus;
import oroshi.partners.Partners;

/** The first page after sign-in: what the visitor can do, and how the partner stands. */
@Controller
class Dashboard {
    private static final String NEW_CUSTOMER = "/customers/new";

    private final Menu menu;
    private final Partners partners;

    Dashboard(Menu menu, Partners partners) {
        this.menu = menu;
        this.partners = partners;
    }

    @GetMapping("/")
    Page show(Caller caller) {
        var partner = partners.get(caller.partnerId());
        var elsewhere = menu.of(caller).stream()
                .filter(item -> item != MenuItem.DASHBOARD)
                .toList();
        return Page.of(
                "dashboard", "items", elsewhere, "partner", partner, "addsCustomers", addsCustomers(caller, partner));
    }

    private boolean addsCustomers(Caller caller, Partner partner) {
        return partner.status() == PartnerStatus.ACTIVE
                && caller.may(Permission.CUSTOMER_ADD)
                && menu.hasPage(NEW_CUSTOMER);
    }
}
