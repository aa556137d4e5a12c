package oroshi.exchanges;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import oroshi.Clerk;
import oroshi.Fixtures;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;
import oroshi.clock.Clocks;
import oroshi.database.PartnerScope;
import oroshi.orders.Anchors;
import oroshi.orders.Counter;
import oroshi.orders.NewOrderLine;
import oroshi.partners.PartnerStatus;
import oroshi.partners.Partners;
import oroshi.subscriptions.SwitchablePlatform;

/**
 * Two partners that serve one customer, for stories about transfers: the {@code giver} has sold something to the
 * {@code shared} customer, and the {@code taker} wants it. The stories share the two, each has a customer of its own.
 */
@Component
class TransferGivens implements Givens.Family {
    private static final Instant NOW = Instant.parse("2025-11-17T07:00:48.448Z");
    private static final Instant BEFORE_ANYTHING_WAS_SOLD = Instant.parse("2017-06-01T00:00:00Z");
    private static final NewOrderLine LICENSE =
            NewOrderLine.of("ENT-3", 8, BillingCycle.MONTHLY).withFriendlyName("Warehouse mail");
    private static final NewOrderLine OFFICE =
            NewOrderLine.of("CFQ7TTC0LH18:0001", 12, BillingCycle.MONTHLY).withTerm(Term.ONE_YEAR);
    private static final NewOrderLine AZURE = NewOrderLine.of("DZH318Z0BPS6:0001", 1, BillingCycle.MONTHLY);
    private static final NewOrderLine CLASSIC_AZURE = NewOrderLine.of("MS-AZR-0145P", 1, BillingCycle.MONTHLY);
    private static final NewOrderLine RESERVATION =
            NewOrderLine.of("DZH318Z0RVA5:0001", 1, BillingCycle.MONTHLY).withTerm(Term.ONE_YEAR);
    private static final NewOrderLine THIRD_PARTY = NewOrderLine.of("ISV-KINTAI", 1, BillingCycle.MONTHLY);
    private static final NewOrderLine ONE_PER_CUSTOMER = NewOrderLine.of("DIR-P1", 8, BillingCycle.MONTHLY);

    private final Counter counter;
    private final TestCallers callers;
    private final Fixtures fixtures;
    private final Partners partners;
    private final Clocks clocks;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final ExecutorService colleague = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable Person giver;
    private @Nullable Person taker;

    TransferGivens(
            Counter counter,
            TestCallers callers,
            Fixtures fixtures,
            Partners partners,
            Clocks clocks,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.counter = counter;
        this.callers = callers;
        this.fixtures = fixtures;
        this.partners = partners;
        this.clocks = clocks;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public Map<String, BiConsumer<Scene, Integer>> givens() {
        var all = new HashMap<String, BiConsumer<Scene, Integer>>();
        all.put("a customer of giver and taker", (scene, port) -> share(scene, true));
        all.put("a customer of giver and taker that agreed only with the giver", (scene, port) -> share(scene, false));
        all.put("a taker of its own", (scene, port) -> meetAnother(scene));
        all.put("the taker is suspended", (scene, port) -> suspend(scene));
        all.put("the taker lives before anything was sold", (scene, port) -> goBack(scene));
        all.put("the giver sold classic licenses", (scene, port) -> sell(scene, "license", LICENSE));
        all.put("the giver sold classic licenses beside", (scene, port) -> sell(scene, "more", LICENSE));
        all.put("the giver sold what a customer has once", (scene, port) -> sell(scene, "license", ONE_PER_CUSTOMER));
        all.put("the taker sold it too", (scene, port) -> take(scene, ONE_PER_CUSTOMER));
        all.put("the licenses can't be set up anew", this::breakSetUp);
        all.put("the giver sold licenses of new commerce", (scene, port) -> sell(scene, "office", OFFICE));
        all.put("the giver sold an Azure plan", (scene, port) -> sell(scene, "plan", AZURE));
        all.put("the Azure plan is suspended", (scene, port) -> suspendPlan(scene));
        all.put("the taker sold an Azure plan too", (scene, port) -> take(scene, AZURE));
        all.put("the giver sold classic Azure", (scene, port) -> sell(scene, "classicAzure", CLASSIC_AZURE));
        all.put("the giver sold a reservation on the plan", (scene, port) -> reserve(scene));
        all.put("the giver sold a service of a third party", (scene, port) -> sellThirdParty(scene));
        all.put("the licenses are offered", (scene, port) -> offer(scene, port));
        all.put("everything is asked for", (scene, port) -> ask(scene, port));
        all.put("somebody works on the transfer", (scene, port) -> lock(scene));
        all.put("the transfer is being carried out", (scene, port) -> set(scene, "IN_PROGRESS", "[]"));
        all.put("of the transfer only the Azure plan is left", (scene, port) -> leave(scene));
        all.put("the reseller of the offer is no partner any more", (scene, port) -> forget(scene));
        all.put("resellers and partners elsewhere", (scene, port) -> meetOthers(scene));
        return all;
    }

    private synchronized void share(Scene scene, boolean agreed) {
        if (giver == null || taker == null) {
            giver = counter.partner(PartnerType.DIRECT_BILL, NOW);
            taker = counter.partner(PartnerType.DIRECT_BILL, NOW);
        }
        var customer = counter.customer(giver);
        scene.know("shared", customer.toString());
        know(scene, "giver", giver);
        join(scene, taker, agreed);
    }

    private void join(Scene scene, Person person, boolean agreed) {
        counter.add(person.partnerId(), customer(scene), Optional.empty());
        if (agreed) {
            PartnerScope.run(person.partnerId(), () -> counter.attest(person.partnerId(), customer(scene)));
        }
        know(scene, "taker", person);
    }

    private void know(Scene scene, String name, Person person) {
        scene.know(name, person.partnerId().toString());
        scene.know(name + ".token", callers.token(person));
        scene.know(name + ".user", person.userId().toString());
    }

    private void meetAnother(Scene scene) {
        join(scene, counter.partner(PartnerType.DIRECT_BILL, NOW), true);
    }

    private void suspend(Scene scene) {
        partners.changeStatus(partner(scene, "taker"), PartnerStatus.SUSPENDED);
    }

    private void goBack(Scene scene) {
        clocks.stopAt(partner(scene, "taker"), BEFORE_ANYTHING_WAS_SOLD);
    }

    private void sell(Scene scene, String name, NewOrderLine line) {
        scene.know(
                name,
                counter.sold(Objects.requireNonNull(giver), customer(scene), line)
                        .id()
                        .toString());
    }

    private void take(Scene scene, NewOrderLine line) {
        counter.sold(Objects.requireNonNull(taker), customer(scene), line);
    }

    private void reserve(Scene scene) {
        sell(scene, "reservation", Anchors.placed(RESERVATION, "shared", scene.value("plan")));
    }

    /** Its customer has activated it at the publisher. */
    private void sellThirdParty(Scene scene) {
        sell(scene, "service", THIRD_PARTY);
        as(scene, "giver", """
                update subscriptions.subscription set status = 'ACTIVE' where subscription_id = :id
                """, "service");
    }

    private void breakSetUp(Scene scene, int port) {
        change(scene, port, "license", "{\"friendlyName\": \"" + SwitchablePlatform.BREAKS + "\"}");
    }

    /** As when what ran below it was shut down before: while something runs, nobody suspends the plan. */
    private void suspendPlan(Scene scene) {
        as(
                scene,
                "giver",
                "update subscriptions.subscription set status = 'SUSPENDED' where subscription_id = :id",
                "plan");
    }

    private static void change(Scene scene, int port, String subscription, String body) {
        new Clerk(port, scene.value("giver.token"))
                .call(
                        "PATCH",
                        "/v1/customers/" + scene.value("shared") + "/subscriptions/" + scene.value(subscription),
                        body);
    }

    private static void offer(Scene scene, int port) {
        begin(scene, port, "giver", """
                {"sourcePartnerTenantId": "%s", "targetPartnerTenantId": "%s", "lineItems": [{"subscriptionId": "%s"}]}
                """.formatted(scene.value("giver"), scene.value("taker"), scene.value("license")));
    }

    private static void ask(Scene scene, int port) {
        begin(scene, port, "taker", """
                {"sourcePartnerTenantId": "%s", "customerEmailId": "it@bramblewood.onpartner.example", "transferType": 5}
                """.formatted(scene.value("giver")));
    }

    private static void begin(Scene scene, int port, String who, String body) {
        var clerk = new Clerk(port, scene.value(who + ".token"));
        var begun = clerk.call("POST", "/v1/customers/" + scene.value("shared") + "/transfers", body);
        if (begun.statusCode() != 201) {
            throw new IllegalStateException(begun.body());
        }
        scene.know("transfer", Clerk.json(begun).path("id").asString());
    }

    /** For a few seconds, which is longer than the story takes. */
    private void lock(Scene scene) {
        var held = new CountDownLatch(1);
        colleague.execute(() -> PartnerScope.run(
                partner(scene, "giver"),
                () -> transactions.executeWithoutResult(open -> {
                    jdbc.sql("""
                            select transfer_id from transfers.transfer
                            where partner_id = :partner and transfer_id = :id for update
                            """)
                            .param("partner", partner(scene, "giver").value())
                            .param("id", UUID.fromString(scene.value("transfer")))
                            .query((row, number) -> row.getString(1))
                            .list();
                    held.countDown();
                    pause();
                })));
        try {
            held.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(3);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void leave(Scene scene) {
        set(scene, "PARTIALLY_COMPLETE", """
                [{"number": 0, "subscriptionId": "%s", "offerId": "DZH318Z0BPS6:0001", "quantity": 1,
                "billingCycle": "monthly", "friendlyName": "Azure plan", "addOns": []}]
                """.formatted(scene.value("plan")));
    }

    private void forget(Scene scene) {
        set(scene, "ACTIVE", """
                [{"number": 0, "subscriptionId": "%s", "offerId": "ENT-3", "quantity": 8, "reseller": "1",
                "billingCycle": "monthly", "friendlyName": "Warehouse mail", "addOns": []}]
                """.formatted(scene.value("license")));
    }

    private void set(Scene scene, String status, String lines) {
        for (var side : new String[] {"giver", "taker"}) {
            as(scene, side, """
                    update transfers.transfer
                    set status = '%s', due_at = null, lines = cast('%s' as jsonb) where transfer_id = :id
                    """.formatted(status, lines), "transfer");
        }
    }

    private void as(Scene scene, String side, String sql, String id) {
        PartnerScope.run(
                partner(scene, side),
                () -> transactions.executeWithoutResult(open -> jdbc.sql(sql)
                        .param("id", UUID.fromString(scene.value(id)))
                        .update()));
    }

    private void meetOthers(Scene scene) {
        scene.know("reseller.mpnId", fixtures.hanse().sheet().mpnId());
        scene.know("sandboxPartner", fixtures.sandbox().id().toString());
        scene.know("governmentPartner", fixtures.potomac().id().toString());
    }

    private static CustomerId customer(Scene scene) {
        return CustomerId.of(scene.value("shared"));
    }

    private static PartnerId partner(Scene scene, String name) {
        return PartnerId.of(scene.value(name));
    }
}
