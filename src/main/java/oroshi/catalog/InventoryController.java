package oroshi.catalog;

import static oroshi.access.Role.ADMIN_AGENT;
import static oroshi.access.Role.GLOBAL_ADMIN;
import static oroshi.access.Role.HELPDESK_AGENT;
import static oroshi.access.Role.SALES_AGENT;
import static oroshi.basics.PartnerType.DIRECT_BILL;
import static oroshi.basics.PartnerType.INDIRECT_PROVIDER;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;

/** Restrictions of what is sold from a stock, such as capacity that is reserved in a region. */
@RestController
class InventoryController {
    private final CatalogBrowser browser;
    private final Inventory inventory;

    InventoryController(CatalogBrowser browser, Inventory inventory) {
        this.browser = browser;
        this.inventory = inventory;
    }

    /** The answer is a bare array; what the catalog does not know is left out of it. */
    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    @PostMapping("/v1/extensions/product/checkInventory")
    List<InventoryItem> checkInventory(
            Caller caller,
            @RequestParam(required = false) @Nullable String country,
            @RequestBody InventoryRequest body) {
        var query = new CatalogQuery(country, null, null, null, null);
        query.requiredCountry();
        var targets = body.targets();
        body.requireReadable();
        var view = body.customer()
                .map(customer -> browser.forCustomer(caller, customer, query))
                .orElseGet(() -> browser.inMarket(caller, query));
        return targets.stream()
                .flatMap(target ->
                        view.skusOfAnyScope(target.requiredProduct()).stream().filter(target::means))
                .distinct()
                .map(sku -> InventoryItem.of(sku, inventory.restrictions(caller, sku, body)))
                .toList();
    }
}
