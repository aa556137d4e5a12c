package oroshi.migrations;

import static oroshi.access.Role.ADMIN_AGENT;
import static oroshi.access.Role.GLOBAL_ADMIN;
import static oroshi.access.Role.SALES_AGENT;
import static oroshi.basics.PartnerType.DIRECT_BILL;
import static oroshi.basics.PartnerType.INDIRECT_PROVIDER;

import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;

/** Moves to the Azure plan on the wire. Reading is a POST here, too. */
@RestController
class ProductUpgradeController {
    private static final String PATH = "productUpgrades";

    private final ProductUpgrades upgrades;

    ProductUpgradeController(ProductUpgrades upgrades) {
        this.upgrades = upgrades;
    }

    /** The address of what has begun comes without a leading slash, as clients know it. */
    @PostMapping("/v1/" + PATH)
    @Allows(
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    ResponseEntity<Void> create(@RequestBody ProductUpgradeRequest body, Caller caller) {
        var begun = upgrades.begin(caller.partnerId(), body.toCustomer(), caller.name());
        return ResponseEntity.accepted()
                .location(URI.create(PATH + "/" + begun.id()))
                .build();
    }

    @PostMapping("/v1/" + PATH + "/eligibility")
    @Allows(
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    ProductUpgradeResource.OfEligibility eligibility(@RequestBody ProductUpgradeRequest body, Caller caller) {
        var customer = body.toCustomer();
        return ProductUpgradeResource.OfEligibility.of(
                customer, body.family(), upgrades.eligibility(caller.partnerId(), customer));
    }

    @PostMapping("/v1/" + PATH + "/{upgradeId}/status")
    @Allows(
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    ProductUpgradeResource status(
            @PathVariable UUID upgradeId, @RequestBody ProductUpgradeRequest body, Caller caller) {
        return ProductUpgradeResource.of(upgrades.get(caller.partnerId(), body.toCustomer(), upgradeId));
    }
}
