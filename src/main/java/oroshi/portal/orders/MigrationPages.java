package oroshi.portal.orders;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
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
import oroshi.migrations.MigrationSchedules;
import oroshi.migrations.MigrationWish;
import oroshi.migrations.Migrations;
import oroshi.portal.Flash;
import oroshi.portal.Form;
import oroshi.portal.Locales;
import oroshi.portal.Page;
import oroshi.portal.Texts;
import oroshi.subscriptions.Subscription;

/** From a classic subscription to new commerce, now or later: what comes of it is shown before anything happens. */
@Controller
class MigrationPages {
    private static final String PAGE = "/customers/{customerId}/subscriptions/{subscriptionId}/migrate";

    private final CustomerRecord records;
    private final SubscriptionViews subscriptions;
    private final MigrationViews views;
    private final Migrations migrations;
    private final MigrationSchedules schedules;
    private final Locales locales;

    MigrationPages(
            CustomerRecord records,
            SubscriptionViews subscriptions,
            MigrationViews views,
            Migrations migrations,
            MigrationSchedules schedules,
            Locales locales) {
        this.records = records;
        this.subscriptions = subscriptions;
        this.views = views;
        this.migrations = migrations;
        this.schedules = schedules;
        this.locales = locales;
    }

    @GetMapping(PAGE)
    @Needs(Permission.SUBSCRIPTION_UPGRADE)
    Page ask(
            Caller caller,
            @PathVariable CustomerId customerId,
            @PathVariable SubscriptionId subscriptionId,
            HttpServletRequest request) {
        var texts = locales.texts(request);
        return migrating(caller, customerId, subscriptionId, (opened, subscription) -> {
            var form = MigrationForm.of(subscription, views.waiting(opened, subscription), texts.formats());
            return new Desk(opened, subscription, form, texts).page();
        });
    }

    /** The first press shows what comes of it, the second one does it, unless something was changed in between. */
    @PostMapping(PAGE)
    @Needs(Permission.SUBSCRIPTION_UPGRADE)
    Page submit(
            Caller caller,
            @PathVariable CustomerId customerId,
            @PathVariable SubscriptionId subscriptionId,
            HttpServletRequest request) {
        return migrating(caller, customerId, subscriptionId, (opened, subscription) -> new Desk(
                        opened, subscription, Form.of(request), locales.texts(request))
                .submit(caller));
    }

    /** The page of a subscription that the visitor may migrate; of another one there is only its own. */
    private Page migrating(
            Caller caller,
            CustomerId customerId,
            SubscriptionId subscriptionId,
            BiFunction<CustomerRecord.Opened, Subscription, Page> page) {
        var opened = records.open(caller, customerId);
        var subscription = subscriptions.get(opened, subscriptionId);
        return subscriptions.rights(caller, opened, subscription).migrate()
                ? page.apply(opened, subscription)
                : Page.redirect(back(opened, subscription));
    }

    @PostMapping(PAGE + "/cancel")
    @Needs(Permission.SUBSCRIPTION_UPGRADE)
    Page cancel(Caller caller, @PathVariable CustomerId customerId, @PathVariable SubscriptionId subscriptionId) {
        var opened = records.open(caller, customerId);
        var subscription = subscriptions.get(opened, subscriptionId);
        var waiting = views.waiting(opened, subscription);
        if (waiting.isEmpty()) {
            return Page.redirect(back(opened, subscription));
        }
        schedules.cancel(opened.owner(), customerId, waiting.get().id().toString());
        return Page.redirect(back(opened, subscription)).flash(Flash.success("migrate.canceled"));
    }

    private static String back(CustomerRecord.Opened opened, Subscription subscription) {
        return opened.path() + "/subscriptions/" + subscription.id();
    }

    /** One visitor with one form. */
    private final class Desk {
        private final CustomerRecord.Opened opened;
        private final Subscription subscription;
        private final Form form;
        private final Texts texts;
        private final MigrationWish wish;
        private final Optional<LocalDate> day;

        Desk(CustomerRecord.Opened opened, Subscription subscription, Form form, Texts texts) {
            this.opened = opened;
            this.subscription = subscription;
            this.form = form;
            this.texts = texts;
            this.wish = MigrationForm.wish(
                    form,
                    subscription,
                    views.addOns(subscription),
                    texts.language().locale());
            this.day = MigrationForm.day(
                    form,
                    texts.formats(),
                    views.earliest(opened.owner()),
                    subscription.commitment().nextTermOn().map(next -> next.minusDays(1)));
        }

        Page page() {
            var judgement = views.judge(opened, wish, form, day);
            var view = views.view(
                    opened, subscription, views.addOns(subscription), judgement, MigrationForm.seen(form), texts);
            var page = Page.of("subscriptions/migrate", "view", view, "form", form);
            return form.isRejected() ? page.rejected() : page;
        }

        Page submit(Caller caller) {
            if (form.isRejected() || !MigrationForm.isConfirmed(form)) {
                return page();
            }
            try {
                return Page.redirect(back(opened, subscription)).flash(Flash.success(carryOut(caller.name())));
            } catch (Refusal refusal) {
                form.reject(refusal);
                return page();
            }
        }

        /** Does it, and says which text tells so. */
        private String carryOut(String by) {
            var waiting = views.waiting(opened, subscription)
                    .map(schedule -> schedule.id().toString());
            if (MigrationForm.isNow(form)) {
                migrations.begin(opened.owner(), opened.customerId(), wish, "", by);
                waiting.ifPresent(id -> schedules.cancel(opened.owner(), opened.customerId(), id));
                return "migrate.begun";
            }
            var asked = MigrationViews.schedule(wish, day);
            if (waiting.isPresent()) {
                schedules.update(opened.owner(), opened.customerId(), waiting.get(), asked);
            } else {
                schedules.create(opened.owner(), opened.customerId(), asked, by);
            }
            return "migrate.scheduled";
        }
    }
}
