package oroshi.portal.orders;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.agreements.AgreementRefusal;
import oroshi.basics.CustomerId;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.portal.Flash;
import oroshi.portal.Form;
import oroshi.portal.Locales;
import oroshi.portal.Page;
import oroshi.rest.Attempt;
import oroshi.subscriptions.NextTermWish;
import oroshi.subscriptions.PlanChange;
import oroshi.subscriptions.SubscriptionChange;
import oroshi.subscriptions.Subscriptions;

/** What is scheduled for the renewal of a subscription: arranging it, and taking it back. */
@Controller
class RenewalPages {
    private static final String PAGE = "/customers/{customerId}/subscriptions/{subscriptionId}";

    private final CustomerRecord records;
    private final SubscriptionViews views;
    private final Subscriptions subscriptions;
    private final Locales locales;

    RenewalPages(CustomerRecord records, SubscriptionViews views, Subscriptions subscriptions, Locales locales) {
        this.records = records;
        this.views = views;
        this.subscriptions = subscriptions;
        this.locales = locales;
    }

    @GetMapping(PAGE + "/renewal")
    @Needs(Permission.SUBSCRIPTION_BILLING)
    Page show(
            Caller caller,
            @PathVariable CustomerId customerId,
            @PathVariable SubscriptionId subscriptionId,
            HttpServletRequest request) {
        var opened = records.open(caller, customerId);
        var view = views.view(caller, opened, views.get(opened, subscriptionId));
        if (!view.rights().schedule()) {
            return Page.redirect(view.path());
        }
        var formats = locales.texts(request).formats();
        return page(
                view, RenewalForm.of(view.row().subscription(), view.renewal().next(), formats), request);
    }

    @PostMapping(PAGE + "/renewal")
    @Needs(Permission.SUBSCRIPTION_BILLING)
    Page schedule(
            Caller caller,
            @PathVariable CustomerId customerId,
            @PathVariable SubscriptionId subscriptionId,
            HttpServletRequest request) {
        var opened = records.open(caller, customerId);
        var seen = views.get(opened, subscriptionId);
        var view = views.view(caller, opened, seen);
        if (!view.rights().schedule()) {
            return Page.redirect(view.path());
        }
        var form = Form.of(request);
        var next = RenewalForm.read(form, subscriptions.reachable(seen), locales.texts(request));
        if (next.isEmpty()) {
            return page(view, form.require("plan", "renewal.what"), request).rejected();
        }
        try {
            var wish = SubscriptionChange.none().with(PlanChange.atRenewal(NextTermWish.of(next.get())));
            subscriptions.update(opened.owner(), customerId, subscriptionId, wish);
        } catch (Refusal refusal) {
            Attempt.refused(refusal);
            if (refusal.reason() instanceof AgreementRefusal) {
                var back = URLEncoder.encode(view.path() + "/renewal", StandardCharsets.UTF_8);
                return Page.redirect(opened.path() + "/agreement?next=" + back);
            }
            RenewalForm.reject(form, refusal);
            return page(view, form, request).rejected();
        }
        return Page.redirect(view.path()).flash(Flash.success("renewal.scheduled"));
    }

    @PostMapping(PAGE + "/renewal/remove")
    @Needs(Permission.SUBSCRIPTION_BILLING)
    Page takeBack(Caller caller, @PathVariable CustomerId customerId, @PathVariable SubscriptionId subscriptionId) {
        var opened = records.open(caller, customerId);
        var view = views.view(caller, opened, views.get(opened, subscriptionId));
        if (!view.rights().schedule()) {
            return Page.redirect(view.path());
        }
        var wish = SubscriptionChange.none().with(PlanChange.atRenewal(NextTermWish.NOTHING));
        subscriptions.update(opened.owner(), customerId, subscriptionId, wish);
        return Page.redirect(view.path()).flash(Flash.success("renewal.removed"));
    }

    private Page page(SubscriptionView view, Form form, HttpServletRequest request) {
        var subscription = view.row().subscription();
        var choices = RenewalForm.choices(
                subscriptions.reachable(subscription), subscription, view.row().showsPrice(), locales.texts(request));
        return Page.of("subscriptions/renewal", "view", view, "form", form, "choices", choices);
    }
}
