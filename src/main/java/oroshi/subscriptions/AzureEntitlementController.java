package oroshi.subscriptions;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.AccessRefusal;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.basics.Reason;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.relationships.Relationships;
import oroshi.rest.Links;
import oroshi.rest.ResourceCollection;

/** Azure subscriptions below plans on the wire. Who shuts one down is both admin agent and global admin. */
@RestController
class AzureEntitlementController {
    private static final String PLAN = "/v1/customers/{customerId}/subscriptions/{subscriptionId}/azureEntitlements";
    private static final String COMPROMISE = "compromise";

    private final AzureEntitlements entitlements;
    private final Relationships relationships;

    AzureEntitlementController(AzureEntitlements entitlements, Relationships relationships) {
        this.entitlements = entitlements;
        this.relationships = relationships;
    }

    @GetMapping(PLAN)
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT, Role.HELPDESK_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    ResourceCollection<EntitlementResource> list(
            @PathVariable CustomerId customerId, @PathVariable SubscriptionId subscriptionId, Caller caller) {
        relationships.viewpoint(caller.partnerId(), customerId);
        return ResourceCollection.of(entitlements.list(caller.partnerId(), customerId, subscriptionId).stream()
                .map(entitlement -> EntitlementResource.of(entitlement, subscriptionId))
                .toList());
    }

    @GetMapping(PLAN + "/{entitlementId}")
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT, Role.HELPDESK_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    EntitlementResource get(
            @PathVariable CustomerId customerId,
            @PathVariable SubscriptionId subscriptionId,
            @PathVariable SubscriptionId entitlementId,
            Caller caller) {
        relationships.viewpoint(caller.partnerId(), customerId);
        var found = entitlements.get(caller.partnerId(), customerId, subscriptionId, entitlementId);
        return EntitlementResource.of(found, subscriptionId);
    }

    @PostMapping(PLAN + "/{entitlementId}/cancel")
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    EntitlementResource cancel(
            @PathVariable CustomerId customerId,
            @PathVariable SubscriptionId subscriptionId,
            @PathVariable SubscriptionId entitlementId,
            @RequestBody CancellationRequest body,
            Caller caller) {
        relationships.viewpoint(caller.partnerId(), customerId);
        requireBothRoles(caller, AccessRefusal.ROLE_MISSING);
        entitlements.get(caller.partnerId(), customerId, subscriptionId, entitlementId);
        if (!COMPROMISE.equalsIgnoreCase(String.valueOf(body.cancellationReason()))) {
            throw Refusal.because(SubscriptionRefusal.CANCELLATION_REASON, String.valueOf(body.cancellationReason()));
        }
        var before = entitlements.shutDown(caller.partnerId(), customerId, subscriptionId, entitlementId);
        return EntitlementResource.of(before, subscriptionId);
    }

    /** The body is of no account: clients send none, an empty one, or the four letters null. */
    @PostMapping(PLAN + "/{entitlementId}/reactivate")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    void reactivate(
            @PathVariable CustomerId customerId,
            @PathVariable SubscriptionId subscriptionId,
            @PathVariable SubscriptionId entitlementId,
            Caller caller) {
        relationships.viewpoint(caller.partnerId(), customerId);
        requireBothRoles(caller, SubscriptionRefusal.ENTITLEMENT_NOT_ALLOWED);
        entitlements.reactivate(caller.partnerId(), customerId, subscriptionId, entitlementId);
    }

    private static void requireBothRoles(Caller caller, Reason otherwise) {
        var hasBoth = caller.roles().containsAll(Set.of(Role.GLOBAL_ADMIN, Role.ADMIN_AGENT));
        if (!caller.isApplicationAlone() && !hasBoth) {
            throw Refusal.because(otherwise);
        }
    }

    /** Why an Azure subscription is shut down. */
    record CancellationRequest(@Nullable String cancellationReason) {}

    /** An Azure subscription as the contract names it. */
    record EntitlementResource(String id, String friendlyName, String status, String subscriptionId, Links links) {
        static EntitlementResource of(AzureEntitlement entitlement, SubscriptionId plan) {
            return new EntitlementResource(
                    entitlement.id().toString(),
                    entitlement.friendlyName(),
                    entitlement.isActive() ? "active" : "inactive",
                    plan.toString(),
                    Links.self("/customers/" + entitlement.customerId() + "/subscriptions/" + plan
                            + "/azureEntitlements/" + entitlement.id()));
        }
    }
}
