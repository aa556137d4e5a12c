package oroshi.portal.orders;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.agreements.AgreementRefusal;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.orders.Orders;
import oroshi.partners.Partners;
import oroshi.portal.Flash;
import oroshi.portal.Form;
import oroshi.portal.Locales;
import oroshi.portal.Message;
import oroshi.portal.Page;
import oroshi.previews.Previews;
import oroshi.rest.Attempt;
import oroshi.subscriptions.ResellerOfRecord;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.SubscriptionChange;
import oroshi.subscriptions.SubscriptionRefusal;
import oroshi.subscriptions.Subscriptions;
import oroshi.subscriptions.SupportContacts;

/** The subscriptions of a customer: the list, its export, and one with the form of what may change. */
@Controller
class SubscriptionPages {
    private static final String PAGE = "/customers/{customerId}/subscriptions/{subscriptionId}";

    private final CustomerRecord records;
    private final SubscriptionViews views;
    private final Subscriptions subscriptions;
    private final Orders orders;
    private final ResellerOfRecord resellers;
    private final Partners partners;
    private final SupportContacts contacts;
    private final Seller seller;
    private final Locales locales;

    SubscriptionPages(
            CustomerRecord records,
            SubscriptionViews views,
            Subscriptions subscriptions,
            Orders orders,
            ResellerOfRecord resellers,
            Partners partners,
            SupportContacts contacts,
            Seller seller,
            Locales locales) {
        this.records = records;
        this.views = views;
        this.subscriptions = subscriptions;
        this.orders = orders;
        this.resellers = resellers;
        this.partners = partners;
        this.contacts = contacts;
        this.seller = seller;
        this.locales = locales;
    }

    @GetMapping("/customers/{customerId}/subscriptions")
    @Needs(Permission.SUBSCRIPTION_VIEW)
    Page list(Caller caller, @PathVariable CustomerId customerId) {
        var opened = records.open(caller, customerId);
        var groups = views.rows(opened).stream().collect(Collectors.groupingBy(SubscriptionRow::group));
        return Page.of(
                "subscriptions/list",
                "head",
                opened.head(),
                "groups",
                groups,
                "provider",
                isProvider(opened.owner()),
                "sells",
                seller.maySell(caller, opened));
    }

    @GetMapping("/customers/{customerId}/subscriptions/export")
    @Needs(Permission.SUBSCRIPTION_VIEW)
    void export(
            Caller caller,
            @PathVariable CustomerId customerId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var rows = views.rows(records.open(caller, customerId));
        response.setContentType("text/csv; charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"Subscriptions-" + customerId + ".csv\"");
        new SubscriptionExport(locales.texts(request)).write(rows, response.getOutputStream());
    }

    /** The page; an address that carries values shows them in the form, ready to submit. */
    @GetMapping(PAGE)
    @Needs(Permission.SUBSCRIPTION_VIEW)
    Page show(
            Caller caller,
            @PathVariable CustomerId customerId,
            @PathVariable SubscriptionId subscriptionId,
            HttpServletRequest request) {
        var opened = records.open(caller, customerId);
        var subscription = views.get(opened, subscriptionId);
        var view = views.view(caller, opened, subscription);
        return page(view, SubscriptionForm.of(view, request));
    }

    @PostMapping(PAGE)
    @Needs(Permission.SUBSCRIPTION_RENAME)
    Page edit(
            Caller caller,
            @PathVariable CustomerId customerId,
            @PathVariable SubscriptionId subscriptionId,
            HttpServletRequest request) {
        var opened = records.open(caller, customerId);
        var seen = views.get(opened, subscriptionId);
        var view = views.view(caller, opened, seen);
        var form = SubscriptionForm.sent(request);
        if (!view.rights().edit()) {
            return Page.redirect(view.path());
        }
        if (form.value("action").equals("verify")) {
            return verify(opened, seen, view, form);
        }
        try {
            var language = locales.texts(request).language().locale();
            var change = SubscriptionForm.change(form, seen, view.rights(), language);
            if (asksBack(form, seen, change)) {
                var forecast = subscriptions.preview(opened.owner(), customerId, subscriptionId, change);
                return Page.of(
                        "subscriptions/confirm",
                        "view",
                        view,
                        "fields",
                        SubscriptionForm.fields(form),
                        "back",
                        SubscriptionForm.address(view.path(), form),
                        "preview",
                        Previews.in(language).of(forecast));
            }
            subscriptions.update(opened.owner(), customerId, subscriptionId, change);
            SubscriptionForm.supporter(form, view)
                    .ifPresent(named -> contacts.set(opened.owner(), customerId, subscriptionId, named));
        } catch (Refusal refusal) {
            return again(caller, opened, view, form, refusal, request);
        }
        return Page.redirect(view.path()).flash(Flash.success("subscriptions.saved"));
    }

    @PostMapping(PAGE + "/retry")
    @Needs(Permission.ORDER_BUY)
    Page retry(Caller caller, @PathVariable CustomerId customerId, @PathVariable SubscriptionId subscriptionId) {
        var opened = records.open(caller, customerId);
        var subscription = views.get(opened, subscriptionId);
        if (opened.viewpoint().mayChange()) {
            orders.retry(caller.partnerId(), customerId, subscriptionId);
        }
        return Page.redirect(opened.path() + "/subscriptions/" + subscription.id())
                .flash(Flash.success("subscriptions.retried"));
    }

    /** Another number of licenses costs money at once, so the page shows how much before anything is saved. */
    private static boolean asksBack(Form form, Subscription seen, SubscriptionChange change) {
        return form.value("confirmed").isEmpty()
                && change.quantity().filter(seats -> seats != seen.quantity()).isPresent();
    }

    /** Says whose number it is that was typed, and saves nothing. */
    private Page verify(CustomerRecord.Opened opened, Subscription seen, SubscriptionView view, Form form) {
        if (!view.rights().reseller() || SubscriptionForm.named(form).isEmpty()) {
            return page(view, form.require("otherReseller", "subscriptions.reseller"))
                    .rejected();
        }
        var mpnId = SubscriptionForm.reseller(form);
        try {
            var reseller = resellers.require(opened.owner(), mpnId, seen.country());
            return page(view, form.fill("verified", reseller.legalName() + " (" + mpnId + ")"));
        } catch (Refusal refusal) {
            return page(view, form.reject("otherReseller", Message.of(refusal))).rejected();
        }
    }

    /**
     * The form again with what was typed. A closed agreement gate leads to its confirmation and from there back to the
     * form, ready to submit (J2 2.4); after somebody else's change the page shows what that one saved (I3).
     */
    private Page again(
            Caller caller,
            CustomerRecord.Opened opened,
            SubscriptionView view,
            Form form,
            Refusal refusal,
            HttpServletRequest request) {
        Attempt.refused(refusal);
        if (refusal.reason() instanceof AgreementRefusal) {
            var back = SubscriptionForm.address(view.path(), form);
            return Page.redirect(opened.path() + "/agreement?next=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
        }
        if (!refusal.is(SubscriptionRefusal.CHANGED_MEANWHILE)) {
            SubscriptionForm.reject(form, refusal);
            return page(view, form).rejected();
        }
        var now = views.get(opened, view.row().subscription().id());
        var present = views.view(caller, opened, now);
        var differences = SubscriptionForm.differences(form, now, present.rights(), locales.texts(request));
        form.reject("", "customer.changed").fill("version", String.valueOf(now.version()));
        return page(present.with(differences), form).rejected();
    }

    private static Page page(SubscriptionView view, Form form) {
        return Page.of("subscriptions/show", "view", view, "form", form);
    }

    private boolean isProvider(PartnerId owner) {
        return partners.get(owner).type() == PartnerType.INDIRECT_PROVIDER;
    }
}
