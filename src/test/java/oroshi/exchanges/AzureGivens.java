package oroshi.exchanges;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;
import oroshi.clock.Clocks;
import oroshi.clock.DueWork;
import oroshi.database.PartnerScope;
import oroshi.orders.Counter;
import oroshi.orders.NewOrder;
import oroshi.orders.NewOrderLine;
import oroshi.orders.Orders;
import oroshi.orders.Particulars;
import oroshi.partners.Partners;
import oroshi.relationships.Relationships;
import oroshi.subscriptions.Subscription;

/**
 * What Kiln Works, the customer {@code kiln} of stories about Azure and telephony, owns when they begin: a {@code plan}, a
 * {@code classic} Azure subscription, a {@code license}, a {@code reservation}, a {@code service} of another publisher.
 */
@Component
class AzureGivens implements Givens.Family {
    private static final NewOrderLine PLAN = monthly("DZH318Z0BPS6:0001");
    private static final NewOrderLine CLASSIC = monthly("MS-AZR-0145P");
    private static final NewOrderLine LICENSE = monthly("CFQ7TTC0LH18:0001").withTerm(Term.ONE_YEAR);
    private static final NewOrderLine PHONE = monthly("CFQ7TTC0LH0T:0001").withTerm(Term.ONE_YEAR);
    private static final NewOrderLine SERVICE = monthly("DZH318Z0KTAI:0001").withTerm(Term.ONE_YEAR);

    private final Counter counter;
    private final TestCallers callers;
    private final Orders orders;
    private final Partners partners;
    private final Relationships relationships;
    private final List<DueWork> dueWork;
    private final Clocks clocks;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    AzureGivens(
            Counter counter,
            TestCallers callers,
            Orders orders,
            Partners partners,
            Relationships relationships,
            List<DueWork> dueWork,
            Clocks clocks,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.counter = counter;
        this.callers = callers;
        this.orders = orders;
        this.partners = partners;
        this.relationships = relationships;
        this.dueWork = dueWork;
        this.clocks = clocks;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public Map<String, BiConsumer<Scene, Integer>> givens() {
        var all = new HashMap<String, BiConsumer<Scene, Integer>>();
        all.put("Kiln Works", (scene, port) -> kiln(scene));
        all.put(
                "Kiln Works has not agreed",
                (scene, port) -> scene.know(
                        "kiln",
                        counter.customer(person(scene), Optional.empty(), false).toString()));
        all.put("Kiln Works has an Azure plan", (scene, port) -> sell(scene, "plan", PLAN));
        all.put("Kiln Works has just bought classic Azure", (scene, port) -> sell(scene, "classic", CLASSIC));
        all.put("Kiln Works has classic Azure", (scene, port) -> {
            sell(scene, "classic", CLASSIC);
            change(scene, "classic", "created_at = created_at - interval '7 days'");
        });
        all.put("its classic Azure is suspended", (scene, port) -> change(scene, "classic", "status = 'SUSPENDED'"));
        all.put("its plan was shut down an hour ago", (scene, port) -> shutDown(scene));
        all.put("Kiln Works has a license", (scene, port) -> sell(scene, "license", LICENSE));
        all.put("Kiln Works telephones", (scene, port) -> {
            sell(scene, "license", LICENSE);
            sell(scene, "phone", PHONE);
        });
        all.put("Kiln Works has a reservation", (scene, port) -> reserve(scene));
        all.put("Kiln Works has a service of another publisher", (scene, port) -> sell(scene, "service", SERVICE));
        all.put("another partner charges what Kiln Works telephones", (scene, port) -> another(scene));
        all.put("the partner administers Kiln Works no more", (scene, port) -> withdraw(scene));
        Map.of("pending", "PENDING", "running", "IN_PROGRESS", "completed", "COMPLETED", "failed", "FAILED")
                .forEach((word, status) ->
                        all.put("its move to the plan is " + word, (scene, port) -> move(scene, status)));
        return all;
    }

    private static NewOrderLine monthly(String item) {
        return NewOrderLine.of(item, 1, BillingCycle.MONTHLY);
    }

    private CustomerId kiln(Scene scene) {
        scene.make("kiln", () -> counter.customer(person(scene)).toString());
        return CustomerId.of(scene.value("kiln"));
    }

    private void sell(Scene scene, String name, NewOrderLine line) {
        var country = partners.get(partner(scene)).country();
        tell(scene, name, counter.sold(person(scene), kiln(scene), country, line));
    }

    private static void tell(Scene scene, String name, Subscription sold) {
        scene.know(name, sold.id().toString());
        scene.know(name + ".order", sold.orderNumber());
    }

    private void reserve(Scene scene) {
        sell(scene, "plan", PLAN);
        var context = Map.of("scope", "shared", "subscriptionId", scene.value("plan"));
        var line = NewOrderLine.of("DZH318Z0RVA5:0001", 2, BillingCycle.ONE_TIME)
                .withTerm(Term.ONE_YEAR)
                .withParticulars(new Particulars(Optional.empty(), context, Optional.empty(), Optional.empty()));
        var partner = partner(scene);
        var order = PartnerScope.call(
                        partner, () -> orders.place(partner, kiln(scene), NewOrder.of(List.of(line), "somebody")))
                .getFirst();
        dueWork.stream()
                .filter(work -> work.name().equals("orders"))
                .forEach(work -> PartnerScope.call(partner, () -> work.runDue(partner)));
        scene.know(
                "reservation",
                order.lines().getFirst().subscriptionId().orElseThrow().toString());
        scene.know("reservation.order", order.number());
    }

    /** One that serves the customer as well. */
    private void another(Scene scene) {
        var second = counter.partner(
                PartnerType.DIRECT_BILL, clocks.of(partner(scene)).instant());
        var kiln = kiln(scene);
        counter.add(second.partnerId(), kiln, Optional.empty());
        write(
                scene,
                "insert into subscriptions.overage_holder (tenant_id, holder_id) values (:first, :second)",
                kiln.value(),
                second.partnerId().value());
    }

    private void withdraw(Scene scene) {
        PartnerScope.run(partner(scene), () -> relationships.administer(partner(scene), kiln(scene), false));
    }

    private void shutDown(Scene scene) {
        write(scene, """
                insert into subscriptions.shut_down_entitlement (partner_id, subscription_id, shut_down_at)
                select partner_id, subscription_id, created_at - interval '1 hour' from subscriptions.subscription
                where partner_id = :first and subscription_id = :second
                """, partner(scene).value(), UUID.fromString(scene.value("plan")));
    }

    /** As it stood at that point; nobody carries it on. */
    private void move(Scene scene, String status) {
        var upgrade = Ids.next();
        scene.know("upgrade", upgrade.toString());
        var plan = "null";
        if (status.equals("COMPLETED")) {
            sell(scene, "plan", PLAN);
            plan = "cast('" + scene.value("plan") + "' as uuid)";
        }
        write(scene, """
                insert into migrations.product_upgrade (partner_id, upgrade_id, customer_id, status, placed_by, started_at,
                    ended_at, error_code, error_text)
                select partner_id, :first, customer_id, '%1$s', 'somebody', created_at, created_at,
                    case '%1$s' when 'FAILED' then 900120 end, case '%1$s' when 'FAILED' then 'There was no room.' end
                from subscriptions.subscription where subscription_id = :second
                """.formatted(status), upgrade, UUID.fromString(scene.value("classic")));
        write(scene, """
                insert into migrations.upgraded_product (partner_id, upgrade_id, position, subscription_id, name, plan_key,
                    plan_name, plan_id)
                select partner_id, :first, 0, subscription_id, 'Cloud Platform', 'DZH318Z0BPS6:0001', 'Azure plan', %s
                from subscriptions.subscription where subscription_id = :second
                """.formatted(plan), upgrade, UUID.fromString(scene.value("classic")));
    }

    private void change(Scene scene, String name, String what) {
        write(
                scene,
                "update subscriptions.subscription set " + what
                        + " where partner_id = :first and subscription_id = :second",
                partner(scene).value(),
                UUID.fromString(scene.value(name)));
    }

    private void write(Scene scene, String sql, UUID first, UUID second) {
        PartnerScope.run(
                partner(scene),
                () -> transactions.executeWithoutResult(open -> jdbc.sql(sql)
                        .param("first", first)
                        .param("second", second)
                        .update()));
    }

    private Person person(Scene scene) {
        return callers.aPersonOf(partner(scene), Role.GLOBAL_ADMIN, Role.ADMIN_AGENT);
    }

    private static PartnerId partner(Scene scene) {
        return PartnerId.of(scene.value("partner"));
    }
}
