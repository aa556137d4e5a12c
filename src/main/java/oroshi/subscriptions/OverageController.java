package oroshi.subscriptions;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.PartnerType;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.rest.Attributes;
import oroshi.rest.Link;
import oroshi.rest.ResourceCollection;
import oroshi.rest.RestRefusal;

/** Where use beyond licenses is charged, on the wire. */
@RestController
class OverageController {
    private static final String PATH = "/v1/customers/{customerId}/subscriptions/overage";

    private final Overages overages;

    OverageController(Overages overages) {
        this.overages = overages;
    }

    @GetMapping(PATH)
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    ResourceCollection<OverageResource> get(@PathVariable CustomerId customerId, Caller caller) {
        return ResourceCollection.of(overages.find(caller.partnerId(), customerId).stream()
                .map(overage -> OverageResource.of(customerId, overage, true))
                .toList());
    }

    @PutMapping(PATH)
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    OverageResource update(@PathVariable CustomerId customerId, @RequestBody OverageResource body, Caller caller) {
        var wish = body.toOverage();
        if (Boolean.TRUE.equals(body.overageEnabled())) {
            overages.assign(caller.partnerId(), customerId, wish);
            return OverageResource.of(customerId, wish, true);
        }
        overages.remove(caller.partnerId(), customerId, wish.entitlementId());
        return OverageResource.of(customerId, wish, false);
    }

    /** The place as the contract names it. What arrives may lack any member. */
    record OverageResource(
            @Nullable String azureEntitlementId,
            @Nullable String partnerId,
            @Nullable String type,
            @Nullable Boolean overageEnabled,
            @Nullable Map<String, Link> links,
            @Nullable Attributes attributes) {
        static OverageResource of(CustomerId customerId, Overage overage, boolean isEnabled) {
            return new OverageResource(
                    overage.entitlementId().toString(),
                    overage.reseller().orElse(null),
                    "PhoneServices",
                    isEnabled,
                    Map.of("overage", Link.get("/customers/" + customerId + "/subscriptions/overage")),
                    Attributes.of("Overage"));
        }

        Overage toOverage() {
            if (overageEnabled == null || azureEntitlementId == null) {
                throw Refusal.because(RestRefusal.BODY_UNREADABLE, "azureEntitlementId and overageEnabled are needed");
            }
            var id = Ids.parse(azureEntitlementId.strip())
                    .map(SubscriptionId::new)
                    .orElseThrow(() -> Refusal.because(RestRefusal.ID_INVALID, azureEntitlementId));
            return new Overage(
                    id,
                    Optional.ofNullable(partnerId)
                            .filter(mpnId -> !mpnId.isBlank())
                            .map(String::strip));
        }
    }
}
