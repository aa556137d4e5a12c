package oroshi.portal.orders;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.orders.Orders;
import oroshi.partners.Partner;
import oroshi.partners.Partners;
import oroshi.portal.Choice;
import oroshi.portal.Flash;
import oroshi.portal.Form;
import oroshi.portal.Locales;
import oroshi.portal.Page;
import oroshi.relationships.Partnerships;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.Subscriptions;

/** The subscriptions of a customer: the list, its export, and one with what may be edited of it. */
@Controller
class SubscriptionPages {
    private final CustomerRecord records;
    private final Subscriptions subscriptions;
    private final Orders orders;
    private final Partnerships partnerships;
    private final Partners partners;
    private final Locales locales;

    SubscriptionPages(
            CustomerRecord records,
            Subscriptions subscriptions,
            Orders orders,
            Partnerships partnerships,
            Partners partners,
            Locales locales) {
        this.records = records;
        this.subscriptions = subscriptions;
        this.orders = orders;
        this.partnerships = partnerships;
        this.partners = partners;
        this.locales = locales;
    }

    @GetMapping("/customers/{customerId}/subscriptions")
    @Needs(Permission.SUBSCRIPTION_VIEW)
    Page list(Caller caller, @PathVariable CustomerId customerId) {
        var opened = records.open(caller, customerId);
        var groups = rows(opened).stream().collect(Collectors.groupingBy(SubscriptionRow::group));
        return Page.of(
                "subscriptions/list", "head", opened.head(), "groups", groups, "provider", isProvider(opened.owner()));
    }

    @GetMapping("/customers/{customerId}/subscriptions/export")
    @Needs(Permission.SUBSCRIPTION_VIEW)
    void export(
            Caller caller,
            @PathVariable CustomerId customerId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var rows = rows(records.open(caller, customerId));
        response.setContentType("text/csv; charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"Subscriptions-" + customerId + ".csv\"");
        new SubscriptionExport(locales.texts(request)).write(rows, response.getOutputStream());
    }

    @GetMapping("/customers/{customerId}/subscriptions/{subscriptionId}")
    @Needs(Permission.SUBSCRIPTION_VIEW)
    Page show(Caller caller, @PathVariable CustomerId customerId, @PathVariable SubscriptionId subscriptionId) {
        var opened = records.open(caller, customerId);
        var subscription = get(opened, subscriptionId);
        var form = Form.of(Map.of(
                "version", String.valueOf(subscription.version()),
                "friendlyName", subscription.friendlyName(),
                "reseller", subscription.resellerMpnId().orElse("")));
        return page(caller, opened, subscription, form);
    }

    @PostMapping("/customers/{customerId}/subscriptions/{subscriptionId}")
    @Needs(Permission.SUBSCRIPTION_RENAME)
    Page edit(
            Caller caller,
            @PathVariable CustomerId customerId,
            @PathVariable SubscriptionId subscriptionId,
            HttpServletRequest request) {
        var opened = records.open(caller, customerId);
        var before = get(opened, subscriptionId);
        if (!opened.viewpoint().mayChange()) {
            return Page.redirect(path(opened, before));
        }
        var form = Form.of(request);
        try {
            save(caller, opened, before, form);
        } catch (Refusal refusal) {
            return page(caller, opened, before, form.reject(refusal)).rejected();
        }
        return Page.redirect(path(opened, before)).flash(Flash.success("subscriptions.saved"));
    }

    @PostMapping("/customers/{customerId}/subscriptions/{subscriptionId}/retry")
    @Needs(Permission.ORDER_BUY)
    Page retry(Caller caller, @PathVariable CustomerId customerId, @PathVariable SubscriptionId subscriptionId) {
        var opened = records.open(caller, customerId);
        var subscription = get(opened, subscriptionId);
        if (opened.viewpoint().mayChange()) {
            orders.retry(caller.partnerId(), customerId, subscriptionId);
        }
        return Page.redirect(path(opened, subscription)).flash(Flash.success("subscriptions.retried"));
    }

    private void save(Caller caller, CustomerRecord.Opened opened, Subscription before, Form form) {
        var version = version(form, before);
        var current = before;
        if (caller.may(Permission.SUBSCRIPTION_RESELLER)) {
            var named = form.value("otherReseller").isBlank() ? form.value("reseller") : form.value("otherReseller");
            var mpnId = Optional.of(named.strip()).filter(text -> !text.isEmpty());
            current = subscriptions.setReseller(opened.owner(), opened.customerId(), before.id(), version, mpnId);
        }
        var next = version + (current.version() - before.version());
        subscriptions.rename(opened.owner(), opened.customerId(), before.id(), next, form.value("friendlyName"));
    }

    /** The version that the form was made from; one that is no number is one that nobody has. */
    private static long version(Form form, Subscription subscription) {
        return form.value("version").equals(String.valueOf(subscription.version())) ? subscription.version() : -1;
    }

    private Page page(Caller caller, CustomerRecord.Opened opened, Subscription subscription, Form form) {
        var mayChange = opened.viewpoint().mayChange();
        var mayChangeReseller = mayChange && caller.may(Permission.SUBSCRIPTION_RESELLER);
        return Page.of(
                "subscriptions/show",
                "head",
                opened.head(),
                "row",
                row(opened, subscription),
                "form",
                form,
                "resellers",
                mayChangeReseller ? resellers(opened, subscription) : List.<Choice>of(),
                "mayRename",
                mayChange && caller.may(Permission.SUBSCRIPTION_RENAME),
                "mayChangeReseller",
                mayChangeReseller,
                "mayRetry",
                mayChange && caller.may(Permission.ORDER_BUY));
    }

    private List<SubscriptionRow> rows(CustomerRecord.Opened opened) {
        return opened.in(() -> subscriptions.list(opened.owner(), opened.customerId())).stream()
                .map(subscription -> row(opened, subscription))
                .toList();
    }

    private SubscriptionRow row(CustomerRecord.Opened opened, Subscription subscription) {
        var cloud = partners.get(opened.owner()).cloud();
        var reseller = subscription.resellerMpnId().flatMap(mpnId -> partners.findByMpnId(cloud, mpnId));
        return new SubscriptionRow(subscription, opened.viewpoint().seesPrices(), reseller.map(Partner::legalName));
    }

    private Subscription get(CustomerRecord.Opened opened, SubscriptionId id) {
        return opened.in(() -> subscriptions.get(opened.owner(), opened.customerId(), id));
    }

    private List<Choice> resellers(CustomerRecord.Opened opened, Subscription subscription) {
        var choices = new ArrayList<Choice>();
        for (var reseller : partnerships.selectable(opened.owner(), subscription.country())) {
            if (reseller.isSelectable()) {
                var partner = reseller.partner();
                choices.add(Choice.of(partner.mpnId(), partner.legalName() + " (" + partner.mpnId() + ")"));
            }
        }
        subscription
                .resellerMpnId()
                .filter(mpnId ->
                        choices.stream().noneMatch(choice -> choice.value().equals(mpnId)))
                .ifPresent(mpnId -> choices.add(Choice.of(mpnId, mpnId)));
        return choices;
    }

    private boolean isProvider(PartnerId owner) {
        return partners.get(owner).type() == PartnerType.INDIRECT_PROVIDER;
    }

    private static String path(CustomerRecord.Opened opened, Subscription subscription) {
        return opened.path() + "/subscriptions/" + subscription.id();
    }
}
