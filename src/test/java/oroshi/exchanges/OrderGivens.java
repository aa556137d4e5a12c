package oroshi.exchanges;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.joda.money.Money;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import oroshi.Clerk;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.agreements.DirectAcceptances;
import oroshi.agreements.DirectAcceptances.Person;
import oroshi.basics.Cloud;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.NewPriceList;
import oroshi.catalog.PriceLists;
import oroshi.clock.Clocks;
import oroshi.database.PartnerScope;
import oroshi.directory.Directory;
import oroshi.orders.NewOrderLine;
import oroshi.orders.OpenCarts;
import oroshi.partners.CreditStanding;
import oroshi.partners.PartnerCredit;
import oroshi.partners.PartnerStatus;
import oroshi.partners.Partners;
import oroshi.subscriptions.Registrations;
import tools.jackson.databind.node.ObjectNode;

/** What the operator, time, pages and other callers did to carts and orders before a story about them. */
@Component
class OrderGivens implements Givens.Family {
    private static final NewOrderLine LICENSE = NewOrderLine.of("BIZ-ESS", 1, BillingCycle.MONTHLY);
    private static final Duration HOLD = Duration.ofSeconds(2);

    private final Partners partners;
    private final PartnerCredit credit;
    private final Clocks clocks;
    private final OpenCarts carts;
    private final Registrations registrations;
    private final PriceLists lists;
    private final TestCallers callers;
    private final Directory directory;
    private final DirectAcceptances acceptances;
    private final Map<PartnerId, Map<String, String>> azure = new HashMap<>();
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    OrderGivens(
            Partners partners,
            PartnerCredit credit,
            Clocks clocks,
            OpenCarts carts,
            Registrations registrations,
            PriceLists lists,
            TestCallers callers,
            Directory directory,
            DirectAcceptances acceptances,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.partners = partners;
        this.credit = credit;
        this.clocks = clocks;
        this.carts = carts;
        this.registrations = registrations;
        this.lists = lists;
        this.callers = callers;
        this.directory = directory;
        this.acceptances = acceptances;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public Map<String, BiConsumer<Scene, Integer>> givens() {
        var all = new HashMap<String, BiConsumer<Scene, Integer>>();
        all.put("the partner is suspended", (scene, port) -> stand(scene, PartnerStatus.SUSPENDED));
        all.put("the partner is restricted", (scene, port) -> stand(scene, PartnerStatus.RESTRICTED));
        all.put("the partner has not signed its agreement", (scene, port) -> unsign(scene));
        all.put("the credit is used up", (scene, port) -> owe(scene, CreditStanding.of("9000", "9000", "0", "0")));
        all.put("a credit line of one", (scene, port) -> owe(scene, CreditStanding.of("1", "0", "0", "0")));
        all.put(
                "the partner is qualified for governments",
                (scene, port) -> partners.qualify(partner(scene), Set.of("GovernmentCommunityCloud")));
        all.put("the qualification is taken back", (scene, port) -> partners.qualify(partner(scene), Set.of()));
        all.put("a cart on the pages", (scene, port) -> fill(scene, LICENSE));
        all.put(
                "a cart on the pages with an old price",
                (scene, port) -> fill(scene, LICENSE.withShownPrice(Money.parse("USD 4.00"))));
        all.put(
                "a cart on the pages that names the reseller",
                (scene, port) -> fill(scene, LICENSE.withReseller(scene.value("reseller.mpnId"))));
        all.put("somebody works on the cart", (scene, port) -> hold(scene, """
                select 1 from orders.cart where partner_id = :partner and cart_id = cast(:id as uuid) for update
                """, "cart"));
        all.put("somebody works on the order", (scene, port) -> hold(scene, """
                select 1 from orders.customer_order where partner_id = :partner and number = :id for update
                """, "order"));
        all.put("the customer accepts the agreement", (scene, port) -> accept(scene));
        all.put("a customer that uses Azure", this::useAzure);
        all.put("the partner holds fifty Azure plans", (scene, port) -> {
            useAzure(scene, port);
            multiply(scene, scene.value("azure.plan"), 50);
        });
        all.put("the partner holds a thousand Azure subscriptions", (scene, port) -> {
            useAzure(scene, port);
            multiply(scene, scene.value("azure.classic"), 1_000);
        });
        all.put("the order is still being set up", (scene, port) -> settingUp(scene));
        all.put("the subscription is charged in another cycle", (scene, port) -> chargeMonthly(scene));
        all.put("the first request has no answer yet", (scene, port) -> forget(scene));
        all.put("the order is set up", (scene, port) -> await(scene, port, "customer"));
        all.put("the order of Azure is set up", (scene, port) -> await(scene, port, "azure"));
        all.put("the order of the regular is set up", (scene, port) -> await(scene, port, "regular"));
        all.put("the subscription is registered", (scene, port) -> register(scene));
        all.put("it is 2090", (scene, port) -> moveTo(scene, "2090-01-05T10:00:00Z"));
        all.put("it is the end of January 2090", (scene, port) -> moveTo(scene, "2090-01-30T10:00:00Z"));
        all.put("four days go by", (scene, port) -> goBy(scene, Duration.ofDays(4)));
        all.put("eight days go by", (scene, port) -> goBy(scene, Duration.ofDays(8)));
        all.put("31 days go by", (scene, port) -> goBy(scene, Duration.ofDays(31)));
        return all;
    }

    private void stand(Scene scene, PartnerStatus status) {
        partners.changeStatus(partner(scene), status);
    }

    private void unsign(Scene scene) {
        update(scene, """
                update partners.partner set agreement_signed_at = null
                where partner_id = :partner and :id <> ''
                """, "all");
        partners.qualify(partner(scene), Set.of()); // and the partner is looked up anew
    }

    private void owe(Scene scene, CreditStanding standing) {
        PartnerScope.run(partner(scene), () -> credit.set(partner(scene), standing));
    }

    /** Somebody of the partner has put a license into his cart, which the pages allow before anything is accepted. */
    private void fill(Scene scene, NewOrderLine wanted) {
        var partner = partners.get(partner(scene));
        var person = callers.aPersonOf(partner.id(), Role.values());
        var caller = new Caller(
                partner.id(),
                partner.type(),
                partner.cloud(),
                Optional.of(person.userId()),
                Optional.empty(),
                person.signInName(),
                Set.of(Role.values()),
                true);
        var customer = CustomerId.of(scene.value("customer"));
        var cart = PartnerScope.call(partner.id(), () -> carts.add(caller, customer, wanted, ""));
        scene.know("cart", cart.id().toString());
    }

    /** Another transaction has the row, and for longer than the story takes. */
    private void hold(Scene scene, String statement, String name) {
        var partner = partner(scene);
        var id = scene.value(name);
        var held = new CountDownLatch(1);
        Thread.ofVirtual()
                .start(() -> PartnerScope.run(
                        partner,
                        () -> transactions.executeWithoutResult(open -> {
                            jdbc.sql(statement)
                                    .param("partner", partner.value())
                                    .param("id", id)
                                    .query(Integer.class)
                                    .single();
                            held.countDown();
                            LockSupport.parkNanos(HOLD.toNanos());
                        })));
        await(held);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody holds it");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void accept(Scene scene) {
        var tenant = CustomerId.of(scene.value("customer")).tenantId();
        var admin = directory.users(tenant).getFirst();
        acceptances.accept(tenant, new Person(admin.id(), "Ada Moss", true), "en-US", "203.0.113.7");
    }

    /** One customer for all stories of the partner: with an Azure plan, classic subscriptions, and a license. */
    private void useAzure(Scene scene, int port) {
        var known = azure.computeIfAbsent(partner(scene), partner -> {
            accept(scene);
            var customer = scene.value("customer");
            var clerk = new Clerk(port, scene.value("token"));
            var held = new HashMap<String, String>();
            held.put("azure", customer);
            held.put("azure.plan", order(clerk, customer, "DZH318Z0BPS6:0001"));
            held.put("azure.classic", order(clerk, customer, "MS-AZR-0145P"));
            held.put("azure.suspended", order(clerk, customer, "MS-AZR-0145P"));
            held.put("azure.license", order(clerk, customer, "CFQ7TTC0LH18:0001"));
            suspend(clerk, "/v1/customers/" + customer + "/subscriptions/" + held.get("azure.suspended"));
            return held;
        });
        known.forEach(scene::know);
    }

    private static void suspend(Clerk clerk, String path) {
        var subscription = (ObjectNode) clerk.read(path);
        clerk.call("PATCH", path, subscription.put("status", "suspended").toString());
    }

    /** The subscription that came of an order. */
    private static String order(Clerk clerk, String customer, String item) {
        var path = "/v1/customers/" + customer + "/orders";
        var made = clerk.call("POST", path, """
                {"billingCycle": "monthly", "lineItems": [{"lineItemNumber": 0, "offerId": "%s", "quantity": 1}]}
                """.formatted(item));
        if (made.statusCode() != 201) {
            throw new IllegalStateException(made.body());
        }
        return await(clerk, path + "/" + Clerk.json(made).path("id").asString());
    }

    private static String await(Clerk clerk, String path) {
        for (var look = 0; look < 500; look++) {
            var order = clerk.read(path);
            if (!order.path("status").asString().equals("pending")) {
                return order.at("/lineItems/0/subscriptionId").asString();
            }
            LockSupport.parkNanos(20_000_000);
        }
        throw new IllegalStateException("The order is not set up: " + path);
    }

    private void settingUp(Scene scene) {
        update(scene, """
                update orders.customer_order set status = 'PENDING'
                where partner_id = :partner and number = :id
                """, scene.value("order"));
        update(scene, """
                update orders.order_line set state = 'SETTING_UP'
                where partner_id = :partner and order_id =
                    (select order_id from orders.customer_order where partner_id = :partner and number = :id)
                """, scene.value("order"));
    }

    private void chargeMonthly(Scene scene) {
        update(scene, """
                update subscriptions.subscription set billing_cycle = 'MONTHLY'
                where partner_id = :partner and subscription_id = cast(:id as uuid)
                """, scene.value("subscription"));
    }

    /** What the partner has asked for with an id of its own is as if it still ran. */
    private void forget(Scene scene) {
        update(scene, """
                update rest.request_outcome set status = null, headers = null, body = null
                where partner_id = :partner and :id <> ''
                """, "all");
    }

    private static void await(Scene scene, int port, String customer) {
        var clerk = new Clerk(port, scene.value("token"));
        var path = "/v1/customers/" + scene.value(customer) + "/orders/" + scene.value("order");
        scene.know("subscription", await(clerk, path));
    }

    private void register(Scene scene) {
        var partner = partner(scene);
        var id = new SubscriptionId(UUID.fromString(scene.value("subscription")));
        PartnerScope.run(partner, () -> registrations.register(partner, CustomerId.of(scene.value("customer")), id));
    }

    /** So many more subscriptions like that one. */
    private void multiply(Scene scene, String id, int times) {
        var partner = partner(scene);
        PartnerScope.run(
                partner,
                () -> transactions.executeWithoutResult(open -> {
                    var columns = String.join(
                            ", ",
                            jdbc.sql("""
                            select column_name from information_schema.columns
                            where table_schema = 'subscriptions' and table_name = 'subscription'
                              and is_generated = 'NEVER' and column_name <> 'subscription_id'
                            """)
                                    .query((row, number) -> Objects.requireNonNull(row.getString(1)))
                                    .list());
                    jdbc.sql("""
                    insert into subscriptions.subscription (subscription_id, %s)
                    select gen_random_uuid(), %s from subscriptions.subscription, generate_series(1, %d)
                    where partner_id = :partner and subscription_id = cast(:id as uuid)
                    """.formatted(columns, columns, times))
                            .param("partner", partner.value())
                            .param("id", id)
                            .update();
                }));
    }

    /** The government's cloud has price lists of its own then, which nobody else comes to see. */
    private synchronized void moveTo(Scene scene, String moment) {
        lists.loadOnce(
                new NewPriceList(Cloud.US_GOV, "January 2090", Instant.parse("2090-01-01T00:00:00Z")), files("first"));
        lists.loadOnce(
                new NewPriceList(Cloud.US_GOV, "February 2090", Instant.parse("2090-02-01T00:00:00Z")),
                files("second"));
        scene.value("regular");
        clocks.stopAt(partner(scene), Instant.parse(moment));
    }

    private void goBy(Scene scene, Duration time) {
        var partner = partner(scene);
        clocks.stopAt(partner, clocks.of(partner).instant().plus(time));
    }

    private void update(Scene scene, String statement, String id) {
        var partner = partner(scene);
        PartnerScope.run(
                partner,
                () -> transactions.executeWithoutResult(open -> jdbc.sql(statement)
                        .param("partner", partner.value())
                        .param("id", id)
                        .update()));
    }

    private static List<Resource> files(String folder) {
        try {
            return Arrays.asList(new PathMatchingResourcePatternResolver()
                    .getResources("classpath:/oroshi/exchanges/catalog/" + folder.toLowerCase(Locale.ROOT) + "/*.csv"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static PartnerId partner(Scene scene) {
        return PartnerId.of(scene.value("partner"));
    }
}
