package oroshi.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skyscreamer.jsonassert.JSONAssert.assertEquals;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skyscreamer.jsonassert.JSONCompareMode;
import org.springframework.beans.factory.annotation.Autowired;
import oroshi.OroshiTest;
import oroshi.Together;
import oroshi.access.TestCallers.Person;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.clock.Clocks;
import oroshi.database.PartnerScope;
import oroshi.demo.DemoWorld;
import oroshi.orders.Counter;
import oroshi.orders.NewOrderLine;
import oroshi.partners.PartnerStatus;
import oroshi.partners.Partners;
import oroshi.relationships.Partnerships;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.Subscriptions;
import oroshi.subscriptions.SwitchablePlatform;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From classic subscriptions to new commerce, over HTTP. */
@OroshiTest
class MigrationTest {
    private static final Instant BOUGHT = Instant.parse("2025-02-11T09:00:00Z");
    private static final Instant NOW = Instant.parse("2025-11-17T07:00:48.448Z");
    private static final NewOrderLine ENT = NewOrderLine.of("ENT-3", 10, BillingCycle.MONTHLY);
    private static final NewOrderLine PHONE = NewOrderLine.of("ADD-PHONE", 10, BillingCycle.MONTHLY);
    private static final NewOrderLine MAIL = NewOrderLine.of("MAIL-1", 5, BillingCycle.MONTHLY);
    private static final NewOrderLine ARCHIVE = NewOrderLine.of("ADD-ARCHIVE", 5, BillingCycle.MONTHLY);

    @Autowired
    private Counter counter;

    @Autowired
    private Subscriptions subscriptions;

    @Autowired
    private Partners partners;

    @Autowired
    private Partnerships partnerships;

    @Autowired
    private DemoWorld world;

    @Autowired
    private Clocks clocks;

    @Test
    void tellsWhatHasNoEquivalentYet() throws Exception {
        var desk = desk(MAIL);
        var addOn = desk.sold(ARCHIVE);
        desk.now(NOW);
        var places = desk.places();
        places.put("addOn", addOn.id().toString());
        var answer = desk.post("/validate", golden("validate-migration.request.json", places));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        places.put("item", json(answer).path("catalogItemId").asString());
        assertThat(places.get("item")).startsWith("CFQ7TTC0LH16:0001:");
        assertEquals(golden("validate-migration.response.json", places), answer.body(), JSONCompareMode.STRICT);
        assertError(desk.migrate("{\"currentSubscriptionId\":\"" + desk.id() + "\"}"), 400, 900219);
        assertError(desk.migrate(golden("validate-migration.request.json", places)), 400, 900220);
    }

    @Test
    void takesASubscriptionAndItsAddOnToNewCommerce() throws Exception {
        var desk = desk(ENT);
        var addOn = desk.sold(PHONE);
        desk.now(NOW);
        var places = desk.places();
        places.put("addOn", addOn.id().toString());
        places.put("reference", UUID.randomUUID().toString());
        var answer = desk.migrate(golden("create-migration.request.json", places));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var created = json(answer);
        places.put("migration", created.path("id").asString());
        places.put("item", created.path("catalogItemId").asString());
        places.put("addOnItem", created.at("/addOnMigrations/0/catalogItemId").asString());
        assertThat(places.get("item")).startsWith("CFQ7TTC0LF8R:0001:");
        assertThat(places.get("addOnItem")).startsWith("CFQ7TTC0LH0T:0001:");
        assertEquals(golden("create-migration.response.json", places), answer.body(), JSONCompareMode.STRICT);

        var done = desk.done(places.get("migration"));
        places.put("successor", done.path("newCommerceSubscriptionId").asString());
        places.put("order", done.path("newCommerceOrderId").asString());
        places.put(
                "addOnSuccessor",
                done.at("/addOnMigrations/0/newCommerceSubscriptionId").asString());
        var golden = golden("get-migration.response.json", places);
        assertEquals(golden, done.toString(), JSONCompareMode.STRICT);
        var found =
                counter.get(desk.person(), "/migrations/newcommerce?ExternalReferenceId=" + places.get("reference"));
        assertEquals("[" + golden + "]", found.body(), JSONCompareMode.STRICT);

        var old = desk.read(desk.subscription());
        assertThat(old.status().wire()).isEqualTo("suspended");
        assertThat(desk.read(addOn).status().wire()).isEqualTo("suspended");
        // 17 November to 10 December are 24 of 30 days: 2180 / 30 * 24 = 1744
        assertThat(desk.charges(desk.id())).endsWith("SUSPEND -10 2025-11-17 2025-12-10 JPY -17440");
        // 870 / 30 * 24 = 696
        assertThat(desk.charges(addOn.id())).endsWith("SUSPEND -10 2025-11-17 2025-12-10 JPY -6960");
        assertThat(desk.charges(SubscriptionId.of(places.get("successor"))))
                .containsExactly("NEW 10 2025-11-17 2026-11-16 JPY 414000"); // 10 * 41400
        assertThat(desk.charges(SubscriptionId.of(places.get("addOnSuccessor"))))
                .containsExactly("NEW 10 2025-11-17 2026-11-16 JPY 180000"); // 10 * 18000

        var wire = json(counter.get(desk.person(), desk.customerPath() + "/subscriptions/" + places.get("successor")));
        assertThat(wire.path("migratedFromSubscriptionId").asString())
                .isEqualTo(desk.id().toString());
        assertThat(wire.path("status").asString()).isEqualTo("active");
        assertError(
                counter.patch(
                        desk.person(), desk.customerPath() + "/subscriptions/" + desk.id(), "{\"status\":\"active\"}"),
                400,
                900280);
        assertError(desk.migrate(golden("create-migration.request.json", places)), 400, 900216);
        assertTold(desk, places);
    }

    private void assertTold(Desk desk, Map<String, String> places) throws Exception {
        var all = desk.get("/events?MigrationId=" + places.get("migration"));
        assertThat(names(all))
                .containsExactly(
                        "MigrationStarted",
                        "NewCommerceSubscriptionCreated",
                        "NewCommerceSubscriptionProvisioned",
                        "NewCommerceSubscriptionCreated",
                        "NewCommerceSubscriptionProvisioned",
                        "MigrationCompleted");
        assertThat(names(desk.get("/events?current_subscription_id=" + desk.id())))
                .hasSize(4);
        assertThat(names(desk.get("/events?current_subscription_id=" + places.get("addOn"))))
                .hasSize(2);
        var first = json(all).path(0);
        places.put("event", first.path("id").asString());
        assertEquals(golden("list-migration-events.response.json", places), "[" + first + "]", JSONCompareMode.STRICT);
        assertError(desk.get("/events"), 400, 800002);
        assertError(desk.get("/events?migration_id=" + UUID.randomUUID()), 400, 900224);
    }

    @Test
    @DisplayName("an annual end on 10 February becomes, on 17 November, a monthly one on 10 December")
    void endsAShorterTermOnTheNextMonthlyBoundary() throws Exception {
        var desk = desk(ENT);
        desk.now(NOW);
        var answer = desk.migrate("{\"currentSubscriptionId\":\"%s\",\"termDuration\":\"P1M\"}".formatted(desk.id()));
        assertThat(json(answer).path("subscriptionEndDate").asString()).isEqualTo("2025-12-10T00:00:00Z");
        var done = desk.done(json(answer).path("id").asString());
        var successor = SubscriptionId.of(done.path("newCommerceSubscriptionId").asString());
        // 17 November to 10 December are 24 of 30 days: 4140 / 30 * 24 * 10
        assertThat(desk.charges(successor)).containsExactly("NEW 10 2025-11-17 2025-12-10 JPY 33120");
    }

    @Test
    void keepsTheEndOfTheTermAndWhatElseIsNotNamed() throws Exception {
        var desk = desk(ENT.withFriendlyName("Front office"));
        desk.now(NOW);
        var done = desk.done(json(desk.migrate("{\"currentSubscriptionId\":\"" + desk.id() + "\",\"quantity\":0}"))
                .path("id")
                .asString());
        var successor = desk.read(
                SubscriptionId.of(done.path("newCommerceSubscriptionId").asString()));
        assertThat(successor.commitment().lastDay().orElseThrow()).isEqualTo("2026-02-10");
        assertThat(successor.friendlyName()).isEqualTo("Front office");
        assertThat(successor.quantity()).isEqualTo(10);
        // 41400 / 12 = 3450 a month, 24 of 30 days, 10 licenses
        assertThat(desk.charges(successor.id())).containsExactly("NEW 10 2025-11-17 2025-12-10 JPY 27600");
    }

    @Test
    void takesBackWhatCannotBeSetUp() throws Exception {
        var desk = desk(ENT);
        desk.patch("{\"friendlyName\":\"" + SwitchablePlatform.BREAKS + "\"}");
        desk.now(NOW);
        var done = desk.done(json(desk.migrate("{\"currentSubscriptionId\":\"" + desk.id() + "\"}"))
                .path("id")
                .asString());
        assertThat(done.path("status").asString()).isEqualTo("Failed");
        assertThat(desk.read(desk.subscription()).status().wire()).isEqualTo("active");
        assertThat(desk.charges(desk.id()))
                .endsWith(
                        "SUSPEND -10 2025-11-17 2025-12-10 JPY -17440",
                        "REACTIVATE 10 2025-11-17 2025-12-10 JPY 17440");
        assertThat(names(desk.get("/events?migrationId=" + done.path("id").asString())))
                .containsExactly("MigrationStarted", "MigrationFailed");
        assertThat(json(counter.get(desk.person(), desk.customerPath() + "/orders"))
                        .path("totalCount")
                        .asInt())
                .isEqualTo(1);
        assertThat(json(desk.post("/validate", "{\"currentSubscriptionId\":\"" + desk.id() + "\"}"))
                        .path("isEligible")
                        .asBoolean())
                .isTrue();
    }

    @Test
    @DisplayName("of two migrations of one subscription at once, one begins")
    void beginsOnce() throws Exception {
        var desk = desk(ENT);
        desk.now(NOW);
        var statuses = Together.run(2, () -> desk.migrate("{\"currentSubscriptionId\":\"" + desk.id() + "\"}")
                .statusCode());
        assertThat(statuses).containsOnlyOnce(201).doesNotContain(500);
        assertThat(json(counter.get(desk.person(), "/migrations/newcommerce?CurrentSubscriptionId=" + desk.id())))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '\t', textBlock = """
            "termDuration":"P1M","billingCycle":"Annual"	400	900222
            "quantity":20000000	400	900221
            "quantity":-1	400	800002
            "termDuration":"soon"	400	800002
            "billingCycle":"fortnightly"	400	800002
            "customTermEndDate":"2027-01-31T00:00:00Z"	400	900291
            "customTermEndDate":"2026-01-15T00:00:00Z"	400	900292
            "customTermEndDate":"later"	400	800002
            "addOnMigrations":[{"currentSubscriptionId":"6d5c9e8a-1f0b-4b6c-9c55-0e7f3a2b1d40"}]	400	900262
            "quantity":"many"	400	3000
            """)
    void refusesWhatTheRulesForbid(String members, int status, int code) throws Exception {
        var desk = desk(ENT);
        desk.now(NOW);
        assertError(desk.migrate("{\"currentSubscriptionId\":\"" + desk.id() + "\"," + members + "}"), status, code);
        assertThat(desk.read(desk.subscription()).status().wire()).isEqualTo("active");
    }

    @Test
    void refusesWhatIsNotReady() throws Exception {
        var desk = desk(ENT);
        var body = "{\"currentSubscriptionId\":\"" + desk.id() + "\"}";
        desk.now(Instant.parse("2025-03-11T09:00:00Z"));
        assertError(desk.migrate(body), 403, 900226);
        desk.now(Instant.parse("2026-02-10T00:00:01Z"));
        assertError(desk.migrate(body), 400, 900217);
        desk.now(NOW);
        assertError(desk.migrate("{}"), 400, 800002);
        assertError(desk.migrate("{\"currentSubscriptionId\":\"" + UUID.randomUUID() + "\"}"), 404, 20003);
        desk.patch("{\"status\":\"suspended\"}");
        assertError(desk.migrate(body), 400, 900215);
        desk.patch("{\"status\":\"active\"}");
        partners.changeStatus(desk.person().partnerId(), PartnerStatus.SUSPENDED);
        assertError(desk.migrate(body), 403, 900223);
        assertError(desk.post("/validate", body), 403, 900223);
        assertError(desk.get("/" + UUID.randomUUID()), 400, 900224);
        assertError(desk.get("/none"), 400, 800002);
    }

    @Test
    void refusesTrialsAndSeatsBeyondTheCapAndAddOnsNamedTwice() throws Exception {
        var trial = desk(NewOrderLine.of("TRIAL-ENT3", 25, BillingCycle.NONE));
        assertError(trial.migrate("{\"currentSubscriptionId\":\"" + trial.id() + "\"}"), 400, 900218);

        var pooled = desk(NewOrderLine.of("BIZ-ESS", 200, BillingCycle.MONTHLY));
        pooled.now(NOW);
        pooled.sold(NewOrderLine.of("CFQ7TTC0LH18:0001", 150, BillingCycle.MONTHLY));
        assertError(pooled.migrate("{\"currentSubscriptionId\":\"" + pooled.id() + "\"}"), 403, 800088);

        var desk = desk(ENT);
        var addOn = desk.sold(PHONE);
        desk.now(NOW);
        var twice = "{\"currentSubscriptionId\":\"%s\"}".formatted(addOn.id());
        assertError(
                desk.migrate("{\"currentSubscriptionId\":\"%s\",\"addOnMigrations\":[%s,%s]}"
                        .formatted(desk.id(), twice, twice)),
                400,
                900248);
    }

    @Test
    @DisplayName("add-ons nested deep, many times over, or circular in effect are refused, and nothing overflows")
    void refusesAddOnsWithoutEnd() throws Exception {
        var desk = desk(ENT);
        desk.now(NOW);
        var one = "{\"currentSubscriptionId\":\"" + desk.id() + "\"";
        for (var deep : List.of(1_000, 100_000)) {
            var body = (one + ",\"addOnMigrations\":[").repeat(deep) + one + "}" + "]}".repeat(deep);
            assertThat(desk.migrate(body).statusCode()).isEqualTo(400);
            assertThat(desk.post("/schedules", body).statusCode()).isEqualTo(400);
        }
        var nested = (one + ",\"addOnMigrations\":[").repeat(200) + one + "}" + "]}".repeat(200);
        assertError(desk.migrate(nested), 400, 900248);
        var many = one + ",\"addOnMigrations\":[" + (one + "},").repeat(300) + one + "}]}";
        assertError(desk.migrate(many), 400, 800002);
        assertThat(desk.read(desk.subscription()).status().wire()).isEqualTo("active");
    }

    @Test
    void refusesAResellerThatIsNotValidAnyMore() throws Exception {
        var provider = counter.partner(PartnerType.INDIRECT_PROVIDER, BOUGHT);
        var reseller = counter.partner(PartnerType.INDIRECT_RESELLER, BOUGHT);
        world.connect(provider.partnerId(), reseller.partnerId());
        var customer = counter.customer(provider);
        var number = partners.get(reseller.partnerId()).mpnId();
        var desk = new Desk(provider, customer, counter.sold(provider, customer, ENT.withReseller(number)));
        desk.now(NOW);
        PartnerScope.run(provider.partnerId(), () -> partnerships.remove(provider.partnerId(), reseller.partnerId()));
        assertError(desk.migrate("{\"currentSubscriptionId\":\"" + desk.id() + "\"}"), 400, 900247);
        assertError(counter.get(reseller, "/migrations/newcommerce?CustomerTenantId=" + customer), 403, 900150);
    }

    @Test
    void pagesThroughTheMigrationsOfAllCustomers() throws Exception {
        var desk = desk(ENT);
        desk.now(NOW);
        var reference = UUID.randomUUID().toString();
        for (var round = 0; round < 3; round++) {
            var one = new Desk(desk.person(), desk.customer(), desk.soldOn(ENT));
            var begun = one.migrate(
                    "{\"currentSubscriptionId\":\"%s\",\"externalReferenceId\":\"%s\"}".formatted(one.id(), reference));
            assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        }
        var query = "/migrations/newcommerce?externalreferenceid=" + reference + "&PageSize=2";
        var first = counter.get(desk.person(), query);
        assertThat(json(first)).hasSize(2);
        var token = first.headers().firstValue("MS-ContinuationToken").orElseThrow();
        var second = counter.send(counter.request(desk.person(), query)
                .header("MS-ContinuationToken", token)
                .GET());
        assertThat(json(second)).hasSize(1);
        assertThat(second.headers().firstValue("MS-ContinuationToken")).isEmpty();
        assertThat(json(first).toString())
                .doesNotContain(json(second).path(0).path("id").asString());
        assertError(counter.get(desk.person(), "/migrations/newcommerce"), 400, 800002);
        assertError(counter.get(desk.person(), "/migrations/newcommerce?CustomerTenantId=x"), 400, 800002);
        assertError(counter.get(desk.person(), query.replace("=2", "=301")), 400, 800002);
        var stranger = counter.partner(PartnerType.DIRECT_BILL, NOW);
        assertThat(json(counter.get(stranger, query))).isEmpty();
        assertError(
                counter.send(counter.request(stranger, query)
                        .header("MS-ContinuationToken", token)
                        .GET()),
                400,
                3000);
    }

    private Desk desk(NewOrderLine line) {
        var person = counter.partner(PartnerType.DIRECT_BILL, BOUGHT);
        var customer = counter.customer(person);
        return new Desk(person, customer, counter.sold(person, customer, line));
    }

    /** Somebody with a customer that has a classic subscription. */
    private final class Desk {
        private final Person person;
        private final CustomerId customer;
        private final Subscription subscription;

        private Desk(Person person, CustomerId customer, Subscription subscription) {
            this.person = person;
            this.customer = customer;
            this.subscription = subscription;
        }

        Person person() {
            return person;
        }

        CustomerId customer() {
            return customer;
        }

        Subscription subscription() {
            return subscription;
        }

        SubscriptionId id() {
            return subscription.id();
        }

        String customerPath() {
            return "/customers/" + customer;
        }

        void now(Instant instant) {
            clocks.stopAt(person.partnerId(), instant);
        }

        Subscription sold(NewOrderLine line) {
            return counter.sold(person, customer, line);
        }

        /** Sold on the day of all the others, whatever day it is. */
        Subscription soldOn(NewOrderLine line) {
            now(BOUGHT);
            var sold = sold(line);
            now(NOW);
            return sold;
        }

        /** Once the cycles that a moved clock has passed are charged: until then somebody else changes it too. */
        void patch(String body) throws Exception {
            var path = customerPath() + "/subscriptions/" + id();
            var answer = counter.patch(person, path, body);
            for (var look = 0; look < 100 && answer.statusCode() == 409; look++) {
                LockSupport.parkNanos(50_000_000);
                answer = counter.patch(person, path, body);
            }
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }

        HttpResponse<String> migrate(String body) throws Exception {
            return post("", body);
        }

        HttpResponse<String> post(String path, String body) throws Exception {
            return counter.send(counter.request(person, customerPath() + "/migrations/newcommerce" + path)
                    .POST(BodyPublishers.ofString(body)));
        }

        HttpResponse<String> get(String path) throws Exception {
            return counter.get(person, customerPath() + "/migrations/newcommerce" + path);
        }

        /** The migration once it has ended. */
        JsonNode done(String id) throws Exception {
            var found = json(get("/" + id));
            for (var look = 0; look < 300 && found.path("status").asString().equals("Processing"); look++) {
                LockSupport.parkNanos(50_000_000);
                found = json(get("/" + id));
            }
            return found;
        }

        Subscription read(Subscription known) {
            return read(known.id());
        }

        Subscription read(SubscriptionId id) {
            return PartnerScope.call(person.partnerId(), () -> subscriptions.get(person.partnerId(), customer, id));
        }

        List<String> charges(SubscriptionId id) {
            var facts = PartnerScope.call(person.partnerId(), () -> subscriptions.charges(person.partnerId(), id));
            return facts.stream()
                    .map(fact -> fact.reason() + " " + fact.quantity() + " " + fact.from() + " "
                            + fact.to().orElseThrow() + " " + fact.amount())
                    .toList();
        }

        Map<String, String> places() {
            return new HashMap<>(Map.of(
                    "customer",
                    customer.toString(),
                    "subscription",
                    subscription.id().toString()));
        }
    }

    private static List<String> names(HttpResponse<String> events) {
        return json(events)
                .valueStream()
                .map(event -> event.path("eventName").asString())
                .toList();
    }

    private static String golden(String name, Map<String, String> places) {
        return Counter.golden("migrations/" + name, places);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static void assertError(HttpResponse<String> answer, int status, int code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).path("code").asInt()).as(answer.body()).isEqualTo(code);
    }
}
