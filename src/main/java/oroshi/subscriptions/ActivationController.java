package oroshi.subscriptions;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.basics.SubscriptionId;
import oroshi.relationships.Relationships;

/** The activation of what others publish, on the wire: by a partner that tries things. */
@RestController
class ActivationController {
    private final Activations activations;
    private final Relationships relationships;

    ActivationController(Activations activations, Relationships relationships) {
        this.activations = activations;
        this.relationships = relationships;
    }

    /** The body is of no account: clients send none, an empty one, or the four letters null. */
    @PostMapping("/v1/customers/{customerId}/subscriptions/{subscriptionId}/activate")
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    ActivationResult activate(
            @PathVariable CustomerId customerId, @PathVariable SubscriptionId subscriptionId, Caller caller) {
        relationships.viewpoint(caller.partnerId(), customerId);
        activations.activateAsPublisher(caller.partnerId(), customerId, subscriptionId);
        return new ActivationResult(subscriptionId.toString(), "Success");
    }

    /** What the activation came to. */
    record ActivationResult(String subscriptionId, String status) {}
}
