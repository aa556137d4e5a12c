package oroshi.orders;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.rest.ResourceCollection;

/** Questions on the wire whether purchases would get a promotion. */
@RestController
class EligibilityController {
    private final Eligibilities eligibilities;

    EligibilityController(Eligibilities eligibilities) {
        this.eligibilities = eligibilities;
    }

    @PostMapping("/v1/customers/{customerId}/promotionEligibilities")
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    ResourceCollection<EligibilityResource> verify(
            @PathVariable CustomerId customerId, @RequestBody EligibilityRequest body, Caller caller) {
        return ResourceCollection.of(eligibilities.list(caller, customerId, body));
    }
}
