package oroshi.portal.orders;

import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.basics.CustomerId;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.portal.Flash;
import oroshi.portal.Page;
import oroshi.portal.Texts;
import oroshi.previews.Previews;
import oroshi.subscriptions.Forecast;
import oroshi.subscriptions.Registrations;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.SubscriptionChange;
import oroshi.subscriptions.SubscriptionStatus;
import oroshi.subscriptions.Subscriptions;

/** Suspending, reactivating and cancelling, each after a question; registering, which needs none. */
@Controller
class SubscriptionStatusPages {
    private static final String PAGE = "/customers/{customerId}/subscriptions/{subscriptionId}";

    private final CustomerRecord records;
    private final SubscriptionViews views;
    private final Subscriptions subscriptions;
    private final Registrations registrations;

    SubscriptionStatusPages(
            CustomerRecord records, SubscriptionViews views, Subscriptions subscriptions, Registrations registrations) {
        this.records = records;
        this.views = views;
        this.subscriptions = subscriptions;
        this.registrations = registrations;
    }

    @GetMapping(PAGE + "/suspend")
    @Needs(Permission.SUBSCRIPTION_SUSPEND)
    Page askToSuspend(Caller caller, @PathVariable CustomerId customerId, @PathVariable SubscriptionId subscriptionId) {
        return ask(caller, customerId, subscriptionId, "suspend");
    }

    @PostMapping(PAGE + "/suspend")
    @Needs(Permission.SUBSCRIPTION_SUSPEND)
    Page suspend(Caller caller, @PathVariable CustomerId customerId, @PathVariable SubscriptionId subscriptionId) {
        return move(caller, customerId, subscriptionId, SubscriptionStatus.SUSPENDED);
    }

    @GetMapping(PAGE + "/reactivate")
    @Needs(Permission.SUBSCRIPTION_SUSPEND)
    Page askToReactivate(
            Caller caller, @PathVariable CustomerId customerId, @PathVariable SubscriptionId subscriptionId) {
        return ask(caller, customerId, subscriptionId, "reactivate");
    }

    @PostMapping(PAGE + "/reactivate")
    @Needs(Permission.SUBSCRIPTION_SUSPEND)
    Page reactivate(Caller caller, @PathVariable CustomerId customerId, @PathVariable SubscriptionId subscriptionId) {
        return move(caller, customerId, subscriptionId, SubscriptionStatus.ACTIVE);
    }

    @GetMapping(PAGE + "/cancel")
    @Needs(Permission.SUBSCRIPTION_CANCEL)
    Page askToCancel(
            Caller caller,
            Texts texts,
            @PathVariable CustomerId customerId,
            @PathVariable SubscriptionId subscriptionId) {
        var opened = records.open(caller, customerId);
        var subscription = views.get(opened, subscriptionId);
        var forecast = forecast(opened, subscription);
        if (forecast.isEmpty()) {
            return ask(caller, customerId, subscriptionId, "cancel");
        }
        return Page.of(
                "subscriptions/move",
                "view",
                views.view(caller, opened, subscription),
                "move",
                "cancel",
                "preview",
                Previews.in(texts.language().locale()).of(forecast.get()));
    }

    /** What the cancellation would give back; empty when it is not possible, which whoever tries it hears. */
    private Optional<Forecast> forecast(CustomerRecord.Opened opened, Subscription subscription) {
        if (!opened.viewpoint().mayChange()) {
            return Optional.empty();
        }
        try {
            var change = SubscriptionChange.none().withStatus(SubscriptionStatus.DELETED);
            return Optional.of(subscriptions.preview(opened.owner(), opened.customerId(), subscription.id(), change));
        } catch (Refusal impossible) {
            return Optional.empty();
        }
    }

    @PostMapping(PAGE + "/cancel")
    @Needs(Permission.SUBSCRIPTION_CANCEL)
    Page cancel(Caller caller, @PathVariable CustomerId customerId, @PathVariable SubscriptionId subscriptionId) {
        return move(caller, customerId, subscriptionId, SubscriptionStatus.DELETED);
    }

    private Page ask(Caller caller, CustomerId customerId, SubscriptionId subscriptionId, String move) {
        var opened = records.open(caller, customerId);
        var subscription = views.get(opened, subscriptionId);
        if (!opened.viewpoint().mayChange()) {
            return Page.redirect(opened.path() + "/subscriptions/" + subscription.id());
        }
        return Page.of("subscriptions/move", "view", views.view(caller, opened, subscription), "move", move);
    }

    /** Makes a usage subscription ready to carry reservations. */
    @PostMapping(PAGE + "/register")
    @Needs(Permission.ORDER_BUY)
    Page register(Caller caller, @PathVariable CustomerId customerId, @PathVariable SubscriptionId subscriptionId) {
        var opened = records.open(caller, customerId);
        var subscription = views.get(opened, subscriptionId);
        if (opened.viewpoint().mayChange()) {
            registrations.register(opened.owner(), customerId, subscriptionId);
        }
        return Page.redirect(opened.path() + "/subscriptions/" + subscription.id())
                .flash(Flash.success("subscriptions.registered"));
    }

    private Page move(Caller caller, CustomerId customerId, SubscriptionId subscriptionId, SubscriptionStatus next) {
        var opened = records.open(caller, customerId);
        var subscription = views.get(opened, subscriptionId);
        var back = Page.redirect(opened.path() + "/subscriptions/" + subscription.id());
        if (!opened.viewpoint().mayChange()) {
            return back;
        }
        try {
            var change = SubscriptionChange.none().withStatus(next);
            subscriptions.update(opened.owner(), customerId, subscriptionId, change);
        } catch (Refusal refusal) {
            var view = views.view(caller, opened, subscription);
            var form = SubscriptionForm.of(view).reject(refusal);
            return Page.of("subscriptions/show", "view", view, "form", form).rejected();
        }
        return back.flash(Flash.success("subscriptions.moved." + next.name()));
    }
}
