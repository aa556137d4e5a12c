package oroshi.previews;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.relationships.Relationships;
import oroshi.subscriptions.SubscriptionRefusal;
import oroshi.subscriptions.Subscriptions;
import oroshi.subscriptions.TransitionResource;
import oroshi.subscriptions.Transitions;

/** What an upgrade now, or the conversion of a trial, would come to: the same body, and the same refusals. */
@RestController
class TransitionPreviewController {
    private final Transitions transitions;
    private final Subscriptions subscriptions;
    private final Relationships relationships;

    TransitionPreviewController(Transitions transitions, Subscriptions subscriptions, Relationships relationships) {
        this.transitions = transitions;
        this.subscriptions = subscriptions;
        this.relationships = relationships;
    }

    @PostMapping("/oroshi/previews/customers/{customerId}/subscriptions/{subscriptionId}/transitions")
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    PreviewResource previewTransition(
            @PathVariable CustomerId customerId,
            @PathVariable SubscriptionId subscriptionId,
            @RequestBody TransitionResource body,
            HttpServletRequest request,
            Caller caller) {
        var partnerId = caller.partnerId();
        if (!relationships.viewpoint(partnerId, customerId).mayChange()) {
            throw Refusal.because(SubscriptionRefusal.NOT_ALLOWED);
        }
        var wish = body.toTransition(subscriptions.get(partnerId, customerId, subscriptionId));
        return PreviewResource.of(Previews.in(ReaderLanguage.of(request))
                .of(transitions.forecast(partnerId, customerId, subscriptionId, wish)));
    }
}
