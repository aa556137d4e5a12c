package oroshi.portal.orders;

import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.basics.CustomerId;
import oroshi.basics.Refusal;
import oroshi.migrations.ProductUpgradeRefusal;
import oroshi.migrations.ProductUpgradeStatus;
import oroshi.migrations.ProductUpgrades;
import oroshi.portal.Flash;
import oroshi.portal.Message;
import oroshi.portal.Page;

/** The move of a customer from classic Azure to the Azure plan: whether it is possible, the move, and how far it is. */
@Controller
class AzurePlanPages {
    private static final String PAGE = "/customers/{customerId}/azure-plan";

    private final CustomerRecord records;
    private final ProductUpgrades upgrades;

    AzurePlanPages(CustomerRecord records, ProductUpgrades upgrades) {
        this.records = records;
        this.upgrades = upgrades;
    }

    @GetMapping(PAGE)
    @Needs(Permission.ORDER_BUY)
    Page show(Caller caller, @PathVariable CustomerId customerId) {
        var opened = records.open(caller, customerId);
        return opened.viewpoint().mayChange()
                ? Page.of("subscriptions/azureplan", "view", view(opened))
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
            return Page.of("subscriptions/azureplan", "view", view(opened)).rejected();
        }
    }

    private AzurePlanView view(CustomerRecord.Opened opened) {
        var latest = upgrades.find(opened.owner(), opened.customerId());
        var obstacle = latest.filter(move -> move.status() != ProductUpgradeStatus.FAILED)
                        .isPresent()
                ? Optional.<Message>empty()
                : upgrades.eligibility(opened.owner(), opened.customerId())
                        .obstacle()
                        .map(AzurePlanPages::reason);
        return new AzurePlanView(opened.head(), latest, obstacle);
    }

    /** What has its reasons elsewhere is explained in general: whoever sells knows where to look. */
    private static Message reason(Refusal refusal) {
        return refusal.is(ProductUpgradeRefusal.REFUSED) ? Message.of("azurePlan.refused") : Message.of(refusal);
    }
}
