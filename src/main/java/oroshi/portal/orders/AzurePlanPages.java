package oroshi.portal.orders;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.basics.CustomerId;
import oroshi.basics.Refusal;
import oroshi.migrations.ProductUpgrades;
import oroshi.portal.Flash;
import oroshi.portal.Page;

/** The move of a customer from classic Azure to the Azure plan: whether it is possible, the move, and how far it is. */
@Controller
class AzurePlanPages {
    private static final String PAGE = "/customers/{customerId}/azure-plan";

    private final CustomerRecord records;
    private final AzurePlanViews views;
    private final ProductUpgrades upgrades;

    AzurePlanPages(CustomerRecord records, AzurePlanViews views, ProductUpgrades upgrades) {
        this.records = records;
        this.views = views;
        this.upgrades = upgrades;
    }

    @GetMapping(PAGE)
    @Needs(Permission.ORDER_BUY)
    Page show(Caller caller, @PathVariable CustomerId customerId) {
        var opened = records.open(caller, customerId);
        return opened.viewpoint().mayChange()
                ? Page.of("subscriptions/azureplan", "view", views.view(opened))
                : Page.redirect(opened.path() + "/subscriptions");
    }

    @PostMapping(PAGE)
    @Needs(Permission.ORDER_BUY)
    Page move(Caller caller, @PathVariable CustomerId customerId) {
        var opened = records.open(caller, customerId);
        if (!opened.viewpoint().mayChange()) {
            return Page.redirect(opened.path() + "/subscriptions");
        }
        try {
            upgrades.begin(opened.owner(), customerId, caller.name());
            return Page.redirect(opened.path() + "/azure-plan").flash(Flash.success("azurePlan.begun"));
        } catch (Refusal refusal) {
            return Page.of("subscriptions/azureplan", "view", views.view(opened))
                    .rejected();
        }
    }
}
