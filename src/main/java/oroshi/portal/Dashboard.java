package oroshi.portal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import oroshi.access.Caller;
import oroshi.access.Permission;
import oroshi.activity.ActivityFilter;
import oroshi.activity.ActivityLog;
import oroshi.activity.ActivityRecord;
import oroshi.clock.Clocks;
import oroshi.customers.Customer;
import oroshi.customers.Customers;
import oroshi.partners.Partner;
import oroshi.partners.PartnerStatus;
import oroshi.partners.Partners;
import oroshi.subscriptions.Subscriptions;

/** The first page after sign-in: what the visitor can do, how the partner stands, and what happened last. */
@Controller
class Dashboard {
    private static final String NEW_CUSTOMER = "/customers/new";
    private static final int RECENT = 5;
    private static final Duration RECENTLY = Duration.ofDays(90);

    private final Menu menu;
    private final Partners partners;
    private final Customers customers;
    private final Subscriptions subscriptions;
    private final ActivityLog log;
    private final Clocks clocks;

    Dashboard(
            Menu menu,
            Partners partners,
            Customers customers,
            Subscriptions subscriptions,
            ActivityLog log,
            Clocks clocks) {
        this.menu = menu;
        this.partners = partners;
        this.customers = customers;
        this.subscriptions = subscriptions;
        this.log = log;
        this.clocks = clocks;
    }

    @GetMapping("/")
    Page show(Caller caller) {
        var partner = partners.get(caller.partnerId());
        var elsewhere = menu.of(caller).stream()
                .filter(item -> item != MenuItem.DASHBOARD)
                .toList();
        return Page.of(
                "dashboard",
                "items",
                elsewhere,
                "partner",
                partner,
                "figures",
                figures(caller),
                "recent",
                recent(caller),
                "addsCustomers",
                addsCustomers(caller, partner));
    }

    private List<Figure> figures(Caller caller) {
        var figures = new ArrayList<Figure>();
        if (caller.may(Permission.CUSTOMER_VIEW)) {
            var counts = customers.counts(caller.partnerId());
            figures.add(Figure.of("customers", counts.customers(), Link.to("/customers")));
            if (caller.may(Permission.AGREEMENT_VIEW)) {
                figures.add(agreement("withoutAgreement", counts.withoutAgreement(), "MISSING"));
                figures.add(agreement("awaiting", counts.awaiting(), "AWAITING_CUSTOMER"));
            }
        }
        // What a reseller's customers have stands in the rows of its providers.
        if (caller.may(Permission.SUBSCRIPTION_VIEW) && caller.partnerType().buys()) {
            var counts = subscriptions.count(caller.partnerId());
            figures.add(Figure.of("settingUp", counts.settingUp(), null));
            figures.add(Figure.of("failed", counts.failed(), null).warning());
        }
        return figures;
    }

    private static Figure agreement(String name, long count, String state) {
        return Figure.of(name, count, Link.to("/customers").with("agreement", state))
                .warning();
    }

    /** The last activities, for those who may see the log. */
    private List<Recent> recent(Caller caller) {
        if (!caller.may(Permission.ACTIVITY_LOG_VIEW)) {
            return List.of();
        }
        var now = clocks.of(caller.partnerId()).instant();
        var lately = new ActivityFilter(
                now.minus(RECENTLY),
                now.plus(Duration.ofDays(1)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return log.list(caller.partnerId(), lately, Optional.empty(), RECENT).stream()
                .map(activity -> recent(caller, activity))
                .toList();
    }

    private Recent recent(Caller caller, ActivityRecord activity) {
        var customer = activity.customerId().flatMap(id -> customers.find(caller.partnerId(), id));
        return new Recent(activity, customer.map(Customer::name).orElse(""));
    }

    private boolean addsCustomers(Caller caller, Partner partner) {
        return partner.status() == PartnerStatus.ACTIVE
                && caller.may(Permission.CUSTOMER_ADD)
                && menu.hasPage(NEW_CUSTOMER);
    }
}
