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
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.relationships.Relationships;
import oroshi.subscriptions.SubscriptionPatch;
import oroshi.subscriptions.SubscriptionRefusal;
import oroshi.subscriptions.Subscriptions;

/** What a PATCH of a subscription would come to: the same body, and the same refusals. */
@RestController
class SubscriptionPreviewController {
    private final Subscriptions subscriptions;
    private final Relationships relationships;

    SubscriptionPreviewController(Subscriptions subscriptions, Relationships relationships) {
        this.subscriptions = subscriptions;
        this.relationships = relationships;
    }

    @PostMapping("/oroshi/previews/customers/{customerId}/subscriptions/{subscriptionId}")
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT})
    PreviewResource previewSubscriptionUpdate(
            @PathVariable CustomerId customerId,
            @PathVariable SubscriptionId subscriptionId,
            @RequestBody SubscriptionPatch body,
            HttpServletRequest request,
            Caller caller) {
        var partnerId = caller.partnerId();
        if (!relationships.viewpoint(partnerId, customerId).mayChange()) {
            throw Refusal.because(SubscriptionRefusal.NOT_ALLOWED);
        }
        var reader = ReaderLanguage.of(request);
        var present = subscriptions.get(partnerId, customerId, subscriptionId);
        var change = body.against(present, reader);
        return PreviewResource.of(
                Previews.in(reader).of(subscriptions.preview(partnerId, customerId, subscriptionId, change)));
    }
}
