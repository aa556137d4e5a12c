package oroshi.exchanges;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;
import oroshi.clock.Clocks;
import oroshi.database.Jobs;
import oroshi.database.PartnerScope;
import oroshi.orders.Counter;
import oroshi.orders.NewOrderLine;
import oroshi.orders.Particulars;
import oroshi.subscriptions.Activations;
import oroshi.subscriptions.PurchaseCommitment;

/**
 * What a customer of the story, the {@code subscriber}, has when it begins. Of a {@code license} it knows the
 * {@code license.item} and {@code license.order} too, and the same of a {@code second}.
 */
@Component
class SubscriptionGivens implements Givens.Family {
    private static final String BASIC = "CFQ7TTC0LH18:0001";
    private static final String STANDARD = "CFQ7TTC0LDPB:0001";
    private static final NewOrderLine OFFICE = yearly(BASIC, 12).withFriendlyName("Office staff");
    private static final NewOrderLine MONTH =
            NewOrderLine.of(BASIC, 5, BillingCycle.MONTHLY).withTerm(Term.ONE_MONTH);
    private static final NewOrderLine OTHERS =
            NewOrderLine.of("DZH318Z0KTAI:0001", 10, BillingCycle.MONTHLY).withTerm(Term.ONE_YEAR);
    /** What the background does with orders and subscriptions. */
    private static final List<String> JOBS = List.of("set-up-orders", "renew-subscriptions");

    private static final Duration WEEK_AND_DAY = Duration.ofDays(8);

    private final Counter counter;
    private final TestCallers callers;
    private final Activations activations;
    private final Clocks clocks;
    private final Jobs jobs;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    SubscriptionGivens(
            Counter counter,
            TestCallers callers,
            Activations activations,
            Clocks clocks,
            Jobs jobs,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.counter = counter;
        this.callers = callers;
        this.activations = activations;
        this.clocks = clocks;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public Map<String, BiConsumer<Scene, Integer>> givens() {
        var all = new HashMap<String, BiConsumer<Scene, Integer>>();
        modern(all);
        classic(all);
        targets(all);
        states(all);
        return all;
    }

    private void modern(Map<String, BiConsumer<Scene, Integer>> all) {
        all.put("twelve licenses", (scene, port) -> sell(scene, OFFICE));
        all.put(
                "twelve licenses of eight days ago",
                (scene, port) -> ago(scene, WEEK_AND_DAY, () -> sell(scene, OFFICE)));
        all.put("five licenses by the month", (scene, port) -> sell(scene, MONTH));
        all.put("twelve licenses for three years", (scene, port) -> sell(scene, OFFICE.withTerm(Term.THREE_YEARS)));
        all.put("twelve licenses of Entra ID", (scene, port) -> sell(scene, yearly("CFQ7TTC0LFLS:0002", 12)));
        all.put(
                "a trial",
                (scene, port) -> sell(
                        scene,
                        NewOrderLine.of("CFQ7TTC0LFLZ:000R", 25, BillingCycle.NONE)
                                .withTerm(Term.ONE_MONTH)));
        all.put("something of another publisher", (scene, port) -> sell(scene, OTHERS));
        all.put(
                "something of another publisher since two days",
                (scene, port) -> ago(scene, Duration.ofDays(2), () -> {
                    sell(scene, OTHERS);
                    activate(scene);
                }));
        all.put(
                "software for a year",
                (scene, port) -> sell(
                        scene,
                        NewOrderLine.of("DG7GMGF0FKZV:0002", 3, BillingCycle.ANNUAL)
                                .withTerm(Term.ONE_YEAR)));
        all.put("an Azure plan", (scene, port) -> sell(scene, azurePlan()));
        all.put("a savings plan", (scene, port) -> {
            sell(scene, azurePlan());
            sell(scene, savingsPlan(scene.value("license")));
        });
    }

    private void classic(Map<String, BiConsumer<Scene, Integer>> all) {
        all.put("ten classic licenses", (scene, port) -> sell(scene, monthly("BIZ-ESS", 10)));
        all.put("ten classic licenses with an add-on", (scene, port) -> {
            sell(scene, monthly("ENT-3", 10));
            sell(scene, "second", monthly("ADD-PHONE", 5));
        });
        all.put("a classic trial", (scene, port) -> sell(scene, NewOrderLine.of("TRIAL-ENT3", 25, BillingCycle.NONE)));
    }

    /** Subscriptions that might take the seats of another one. */
    private void targets(Map<String, BiConsumer<Scene, Integer>> all) {
        all.put("three licenses above them", (scene, port) -> sell(scene, "second", yearly(STANDARD, 3)));
        all.put(
                "three licenses above them of eight days ago",
                (scene, port) -> ago(scene, WEEK_AND_DAY, () -> sell(scene, "second", yearly(STANDARD, 3))));
        all.put(
                "three licenses above them by the month, of eight days ago",
                (scene, port) -> ago(
                        scene,
                        WEEK_AND_DAY,
                        () -> sell(
                                scene,
                                "second",
                                NewOrderLine.of(STANDARD, 3, BillingCycle.MONTHLY)
                                        .withTerm(Term.ONE_MONTH))));
        all.put(
                "three licenses above the trial, of eight days ago",
                (scene, port) -> ago(scene, WEEK_AND_DAY, () -> sell(scene, "second", yearly("CFQ7TTC0LFLZ:0002", 3))));
        all.put("290 licenses above them", (scene, port) -> sell(scene, "second", yearly(STANDARD, 290)));
        all.put("290 licenses more", (scene, port) -> sell(scene, "second", yearly(BASIC, 288)));
        all.put("Entra ID above them", (scene, port) -> sell(scene, "second", yearly("CFQ7TTC0LFK5:0001", 3)));
    }

    /** What became of the license, where it takes long or somebody else to bring it about. */
    private void states(Map<String, BiConsumer<Scene, Integer>> all) {
        all.put("the license has expired", (scene, port) -> change(scene, "status = 'EXPIRED', due_on = '2026-02-10'"));
        all.put("the license is still being set up", (scene, port) -> change(scene, "status = 'SETTING_UP'"));
        all.put("the term is over", (scene, port) -> change(scene, "last_day = '2026-01-11', due_on = '2026-01-12'"));
        all.put(
                "the term is over and is the last",
                (scene, port) ->
                        change(scene, "last_day = '2026-01-11', due_on = '2026-01-12', renews_itself = false"));
        all.put(
                "the second license is suspended",
                (scene, port) -> change(scene, "second", "status = 'SUSPENDED', renews_itself = false"));
        all.put("the license was changed 1200 times", (scene, port) -> change(scene, "version = 1201"));
        all.put(
                "the license is of something that is no longer sold",
                (scene, port) ->
                        change(scene, "item_id = 'CFQ7TTC0GONE:0001:CFQ7TTC0GON2', item_key = 'CFQ7TTC0GONE:0001'"));
        all.put(
                "the license is paid in a way that is no longer sold",
                (scene, port) -> change(scene, "billing_cycle = 'BIENNIAL'"));
        all.put("the license is being transferred", (scene, port) -> leave(scene));
    }

    private static NewOrderLine yearly(String item, int seats) {
        return NewOrderLine.of(item, seats, BillingCycle.MONTHLY).withTerm(Term.ONE_YEAR);
    }

    private static NewOrderLine monthly(String item, int seats) {
        return NewOrderLine.of(item, seats, BillingCycle.MONTHLY);
    }

    private static NewOrderLine azurePlan() {
        return NewOrderLine.of("DZH318Z0BPS6:0001", 1, BillingCycle.MONTHLY);
    }

    private static NewOrderLine savingsPlan(String plan) {
        var promise = new PurchaseCommitment(new BigDecimal("8"), "JPY", "Hourly");
        return NewOrderLine.of("DZH318Z09V6F:0001", 1, BillingCycle.ONE_TIME)
                .withTerm(Term.ONE_YEAR)
                .withParticulars(new Particulars(
                        Optional.empty(),
                        Map.of("scope", "shared", "subscriptionId", plan),
                        Optional.empty(),
                        Optional.of(promise)));
    }

    private void sell(Scene scene, NewOrderLine line) {
        sell(scene, "license", line);
    }

    private void sell(Scene scene, String name, NewOrderLine line) {
        var person = person(scene);
        scene.make("subscriber", () -> counter.customer(person).toString());
        var sold = counter.sold(person, CustomerId.of(scene.value("subscriber")), line);
        scene.know(name, sold.id().toString());
        scene.know(name + ".capitals", sold.id().toString().toUpperCase(Locale.ROOT));
        scene.know(name + ".item", sold.item().id());
        scene.know(name + ".order", sold.orderNumber());
        scene.know(name + ".orderId", sold.orderId().toString());
    }

    /** Who sells is of no account for these stories, as long as somebody does. */
    private Person person(Scene scene) {
        return callers.aPersonOf(partner(scene), Role.GLOBAL_ADMIN, Role.ADMIN_AGENT);
    }

    /** Does it with the partner's clock so long before the present, in which the story then goes on. */
    private void ago(Scene scene, Duration time, Runnable work) {
        var partner = partner(scene);
        Instant now = clocks.of(partner).instant();
        clocks.stopAt(partner, now.minus(time));
        work.run();
        clocks.stopAt(partner, now);
    }

    private void activate(Scene scene) {
        var partner = partner(scene);
        PartnerScope.run(
                partner,
                () -> activations.activate(
                        partner, CustomerId.of(scene.value("subscriber")), SubscriptionId.of(scene.value("license"))));
    }

    private void leave(Scene scene) {
        write(scene, "license", """
                insert into subscriptions.departure (partner_id, subscription_id, customer_id, left_at)
                select partner_id, subscription_id, customer_id, created_at from subscriptions.subscription
                where subscription_id = :id
                """);
        change(scene, "status = 'SUSPENDED', renews_itself = false");
    }

    private void change(Scene scene, String what) {
        change(scene, "license", what);
    }

    private void change(Scene scene, String name, String what) {
        write(scene, name, "update subscriptions.subscription set " + what + " where subscription_id = :id");
    }

    /** The background may still look at what was sold; what the story says of it has to last. */
    private void write(Scene scene, String name, String sql) {
        settle(partner(scene));
        var id = SubscriptionId.of(scene.value(name)).value();
        PartnerScope.run(
                partner(scene),
                () -> transactions.executeWithoutResult(
                        open -> jdbc.sql(sql).param("id", id).update()));
    }

    private void settle(PartnerId partner) {
        for (var look = 0; look < 500 && JOBS.stream().anyMatch(job -> jobs.isWaiting(job, partner)); look++) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    private static PartnerId partner(Scene scene) {
        return PartnerId.of(scene.value("partner"));
    }
}
