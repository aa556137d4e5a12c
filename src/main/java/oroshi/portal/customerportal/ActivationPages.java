package oroshi.portal.customerportal;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import oroshi.access.AccessRefusal;
import oroshi.access.CustomerCaller;
import oroshi.access.Role;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.database.PartnerScope;
import oroshi.partners.Partners;
import oroshi.portal.Flash;
import oroshi.portal.Form;
import oroshi.portal.Page;
import oroshi.subscriptions.Activations;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.Subscriptions;

/** Where an activation link leads: a global admin of the company begins to use what its partner bought for it. */
@Controller
class ActivationPages {
    private static final String PAGE = Activations.PLACE + "/{partnerId}/{subscriptionId}";

    private final Subscriptions subscriptions;
    private final Activations activations;
    private final Partners partners;

    ActivationPages(Subscriptions subscriptions, Activations activations, Partners partners) {
        this.subscriptions = subscriptions;
        this.activations = activations;
        this.partners = partners;
    }

    @GetMapping(PAGE)
    Page ask(CustomerCaller caller, @PathVariable PartnerId partnerId, @PathVariable SubscriptionId subscriptionId) {
        return page(caller, get(caller, partnerId, subscriptionId), Form.empty());
    }

    @PostMapping(PAGE)
    Page activate(
            CustomerCaller caller, @PathVariable PartnerId partnerId, @PathVariable SubscriptionId subscriptionId) {
        if (!caller.globalAdmin()) {
            throw Refusal.because(AccessRefusal.PERMISSION_MISSING, Role.GLOBAL_ADMIN.key());
        }
        var subscription = get(caller, partnerId, subscriptionId);
        try {
            PartnerScope.run(partnerId, () -> activations.activate(partnerId, customer(caller), subscriptionId));
        } catch (Refusal refusal) {
            return page(caller, subscription, Form.empty().reject(refusal)).rejected();
        }
        return Page.redirect(Activations.PLACE + "/" + partnerId + "/" + subscriptionId)
                .flash(Flash.success("activation.done"));
    }

    /** What the company was sold; what others were sold is as unknown as what does not exist. */
    private Subscription get(CustomerCaller caller, PartnerId partnerId, SubscriptionId subscriptionId) {
        return PartnerScope.call(partnerId, () -> subscriptions.get(partnerId, customer(caller), subscriptionId));
    }

    private Page page(CustomerCaller caller, Subscription subscription, Form form) {
        return Page.of(
                "customerportal/activation",
                "subscription",
                subscription,
                "partner",
                partners.get(subscription.partnerId()).legalName(),
                "globalAdmin",
                caller.globalAdmin(),
                "form",
                form);
    }

    private static CustomerId customer(CustomerCaller caller) {
        return new CustomerId(caller.tenantId().value());
    }
}
