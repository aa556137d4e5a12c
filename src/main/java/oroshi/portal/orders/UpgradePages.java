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

/** Upgrading a subscription and converting a trial: what it would cost is shown before anything happens. */
@Controller
class UpgradePages {
    private static final String PAGE = "/customers/{customerId}/subscriptions/{subscriptionId}";

    private final CustomerRecord records;
    private final SubscriptionViews views;
    private final UpgradeViews upgrades;
    private final Locales locales;

    UpgradePages(CustomerRecord records, SubscriptionViews views, UpgradeViews upgrades, Locales locales) {
        this.records = records;
        this.views = views;
        this.upgrades = upgrades;
        this.locales = locales;
    }

    @GetMapping(PAGE + "/upgrade")
    @Needs(Permission.SUBSCRIPTION_UPGRADE)
    Page askToUpgrade(
            Caller caller,
            @PathVariable CustomerId customerId,
            @PathVariable SubscriptionId subscriptionId,
            HttpServletRequest request) {
        return ask(caller, records.open(caller, customerId), subscriptionId, false, request);
    }

    @PostMapping(PAGE + "/upgrade")
    @Needs(Permission.SUBSCRIPTION_UPGRADE)
    Page upgrade(
            Caller caller,
            @PathVariable CustomerId customerId,
            @PathVariable SubscriptionId subscriptionId,
            HttpServletRequest request) {
        return submit(caller, records.open(caller, customerId), subscriptionId, false, request);
    }

    @GetMapping(PAGE + "/convert")
    @Needs(Permission.TRIAL_START)
    Page askToConvert(
            Caller caller,
            @PathVariable CustomerId customerId,
            @PathVariable SubscriptionId subscriptionId,
            HttpServletRequest request) {
        return ask(caller, records.open(caller, customerId), subscriptionId, true, request);
    }

    @PostMapping(PAGE + "/convert")
    @Needs(Permission.TRIAL_START)
    Page convert(
            Caller caller,
            @PathVariable CustomerId customerId,
            @PathVariable SubscriptionId subscriptionId,
            HttpServletRequest request) {
        return submit(caller, records.open(caller, customerId), subscriptionId, true, request);
    }

    private Page ask(
            Caller caller,
            CustomerRecord.Opened opened,
            SubscriptionId id,
            boolean converts,
            HttpServletRequest request) {
        var subscription = views.get(opened, id);
        var rights = views.rights(caller, opened, subscription);
        if (!(converts ? rights.convert() : rights.upgrade())) {
            return Page.redirect(opened.path() + "/subscriptions/" + id);
        }
        var view = upgrades.view(opened, subscription, converts, locales.texts(request));
        return page(view, UpgradeForm.of(view, request));
    }

    /** The first press shows what is charged, the second one does it, unless that has changed meanwhile. */
    private Page submit(
            Caller caller,
            CustomerRecord.Opened opened,
            SubscriptionId id,
            boolean converts,
            HttpServletRequest request) {
        var subscription = views.get(opened, id);
        var rights = views.rights(caller, opened, subscription);
        var back = opened.path() + "/subscriptions/" + id;
        if (!(converts ? rights.convert() : rights.upgrade())) {
            return Page.redirect(back);
        }
        var texts = locales.texts(request);
        var view = upgrades.view(opened, subscription, converts, texts);
        var form = Form.of(request).require("target", "upgrade.target");
        if (form.isRejected()) {
            return page(view, form).rejected();
        }
        try {
            var wish = UpgradeForm.wish(form, view, texts.language().locale());
            var plan = upgrades.preview(opened, subscription, wish);
            if (!UpgradeForm.isConfirmed(form, plan)) {
                return page(view.with(plan), form.fill("seen", UpgradeForm.seen(plan)));
            }
            var done = upgrades.carryOut(opened, subscription, wish);
            return Page.redirect(
                            opened.path() + "/subscriptions/" + done.result().id())
                    .flash(Flash.success(
                            view.texts() + "done",
                            done.result().item().title().in(texts.language().locale())));
        } catch (Refusal refusal) {
            return again(view, form, refusal);
        }
    }

    /** The form again; a closed agreement gate leads to its confirmation and from there back to the form. */
    private static Page again(UpgradeView view, Form form, Refusal refusal) {
        Attempt.refused(refusal);
        if (refusal.reason() instanceof AgreementRefusal) {
            var next = URLEncoder.encode(UpgradeForm.address(view.action(), form), StandardCharsets.UTF_8);
            return Page.redirect(view.head().path() + "/agreement?next=" + next);
        }
        return page(view, UpgradeForm.reject(form, refusal)).rejected();
    }

    private static Page page(UpgradeView view, Form form) {
        return Page.of("subscriptions/upgrade", "view", view, "form", form);
    }
}
