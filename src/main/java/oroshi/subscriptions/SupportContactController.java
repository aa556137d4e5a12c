package oroshi.subscriptions;

import static oroshi.rest.Fields.required;
import static oroshi.rest.Fields.requiredText;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.basics.SubscriptionId;
import oroshi.relationships.Relationships;

/** Who supports a subscription, on the wire. */
@RestController
class SupportContactController {
    private static final String PATH = "/v1/customers/{customerId}/subscriptions/{subscriptionId}/supportcontact";

    private final SupportContacts contacts;
    private final Relationships relationships;

    SupportContactController(SupportContacts contacts, Relationships relationships) {
        this.contacts = contacts;
        this.relationships = relationships;
    }

    @GetMapping(PATH)
    @Allows(
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT, Role.HELPDESK_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    SupportContactResource get(
            @PathVariable CustomerId customerId, @PathVariable SubscriptionId subscriptionId, Caller caller) {
        relationships.viewpoint(caller.partnerId(), customerId);
        var supporter = contacts.get(caller.partnerId(), customerId, subscriptionId);
        return SupportContactResource.of(supporter, address(customerId, subscriptionId));
    }

    @PutMapping(PATH)
    @Allows(
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    SupportContactResource set(
            @PathVariable CustomerId customerId,
            @PathVariable SubscriptionId subscriptionId,
            @RequestBody SupportContactResource body,
            Caller caller) {
        relationships.viewpoint(caller.partnerId(), customerId);
        var wanted = new PartnerId(required("supportTenantId", body.supportTenantId()));
        requiredText("supportMpnId", body.supportMpnId());
        var supporter = contacts.set(caller.partnerId(), customerId, subscriptionId, wanted);
        return SupportContactResource.of(supporter, address(customerId, subscriptionId));
    }

    private static String address(CustomerId customerId, SubscriptionId subscriptionId) {
        return "/customers/" + customerId + "/subscriptions/" + subscriptionId + "/supportcontact";
    }
}
