package oroshi.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skyscreamer.jsonassert.JSONAssert.assertEquals;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.skyscreamer.jsonassert.JSONCompareMode;
import org.springframework.beans.factory.annotation.Autowired;
import oroshi.OroshiTest;
import oroshi.Together;
import oroshi.access.TestCallers.Person;
import oroshi.activity.ActivityFilter;
import oroshi.activity.ActivityLog;
import oroshi.activity.ActivityStatus;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.clock.Clocks;
import oroshi.database.PartnerScope;
import oroshi.orders.Counter;
import oroshi.orders.NewOrderLine;
import oroshi.partners.PartnerStatus;
import oroshi.partners.Partners;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.Subscriptions;
import oroshi.subscriptions.SwitchablePlatform;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Customers that move from the classic Azure offer to the Azure plan, over HTTP. */
@OroshiTest
class ProductUpgradeTest {
    private static final Instant NOW = Instant.parse("2026-01-15T09:12:40.250Z");
    private static final Instant BOUGHT = NOW.minus(Duration.ofDays(3));
    private static final NewOrderLine CLASSIC = NewOrderLine.of("MS-AZR-0145P", 1, BillingCycle.MONTHLY);
    private static final NewOrderLine PLAN = NewOrderLine.of("DZH318Z0BPS6:0001", 1, BillingCycle.MONTHLY);
    private static final String AZURE_ORDER = """
            {"billingCycle":"monthly","lineItems":[{"lineItemNumber":0,"offerId":"MS-AZR-0145P","quantity":1}]}""";

    @Autowired
    private Counter counter;

    @Autowired
    private Subscriptions subscriptions;

    @Autowired
    private Partners partners;

    @Autowired
    private Clocks clocks;

    @Autowired
    private ActivityLog log;

    @Test
    void movesEverythingOfACustomerToOnePlan() throws Exception {
        var desk = desk();
        var first = desk.sold(CLASSIC);
        var second = desk.sold(CLASSIC);
        desk.now(NOW);
        var places = desk.places();
        assertEquals(
                golden("product-upgrade-eligibility", places),
                desk.eligibility().toString(),
                JSONCompareMode.STRICT);
        var answer = desk.create();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(answer.body()).isEmpty();
        var location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith("productUpgrades/");
        var upgrade = location.substring(location.indexOf('/') + 1);
        var done = desk.done(upgrade);
        var plan = done.at("/lineItems/0/targetProduct/id").asString();
        places.putAll(Map.of(
                "upgrade",
                upgrade,
                "subscription",
                first.id().toString(),
                "second",
                second.id().toString(),
                "plan",
                plan));
        assertEquals(golden("product-upgrade-status", places), done.toString(), JSONCompareMode.STRICT);
        assertThat(desk.read(first.id()).status().wire()).isEqualTo("deleted");
        assertThat(desk.read(second.id()).status().wire()).isEqualTo("deleted");
        var running = desk.read(SubscriptionId.of(plan));
        assertThat(running.status().wire()).isEqualTo("active");
        assertThat(running.item().key()).isEqualTo("DZH318Z0BPS6:0001");
        assertError(desk.create(), 400, 900110);
        var again = desk.eligibility();
        assertThat(again.path("isEligible").asBoolean(true)).isFalse();
        assertThat(again.path("upgradeId").asString()).isEqualTo(upgrade);
        assertThat(again.path("reason").asString()).contains(upgrade);
        assertThat(desk.told())
                .containsExactlyInAnyOrder(
                        "create_product_upgrade Pending",
                        "update_product_upgrade InProgress",
                        "update_product_upgrade Completed");
    }

    @Test
    void movesIntoThePlanThatThereIs() throws Exception {
        var desk = desk();
        desk.sold(CLASSIC);
        var plan = desk.sold(PLAN);
        desk.now(NOW);
        var done = desk.done(desk.begun());
        assertThat(done.at("/lineItems/0/targetProduct/id").asString())
                .isEqualTo(plan.id().toString());
    }

    @Test
    void refusesWhatStandsAgainstIt() throws Exception {
        var desk = desk();
        assertError(desk.create(), 403, 900108);
        var classic = desk.sold(CLASSIC);
        assertError(desk.create(), 403, 900130);
        assertThat(desk.eligibility().path("reason").asString()).contains("24 hours");
        desk.now(NOW);
        desk.patch(classic, "{\"status\":\"suspended\"}");
        assertError(desk.create(), 403, 900105);
        desk.patch(classic, "{\"status\":\"active\"}");
        partners.changeStatus(desk.person.partnerId(), PartnerStatus.SUSPENDED);
        assertError(desk.create(), 403, 900120);
        assertThat(desk.eligibility().path("reason").asString())
                .isEqualTo("The customer cannot move to the Azure plan: The partner's enrolment is not active.");
        partners.changeStatus(desk.person.partnerId(), PartnerStatus.ACTIVE);
        assertError(desk.post("", body(desk.person.partnerId().toString(), "Azure")), 403, 900119);
        assertError(desk.post("", "{\"productFamily\":\"azure\"}"), 400, 800002);
        assertError(desk.post("", "{\"customerId\":\"" + desk.customer + "\"}"), 400, 800002);
        assertError(desk.post("/eligibility", body("nobody", "azure")), 400, 900118);
        assertError(desk.post("/eligibility", body(UUID.randomUUID().toString(), "azure")), 400, 900118);
        assertError(desk.post("/eligibility", body(desk.customer.toString(), "office")), 400, 900126);
        assertThat(desk.eligibility().path("isEligible").asBoolean()).isTrue();
    }

    @Test
    @DisplayName("in 2019 there is no Azure plan yet")
    void refusesWhenNoPlanIsSold() throws Exception {
        var person = counter.partner(PartnerType.DIRECT_BILL, Instant.parse("2019-04-20T01:00:00Z"));
        var desk = new Desk(person, counter.customer(person));
        desk.sold(CLASSIC);
        desk.now(Instant.parse("2019-04-24T01:00:00Z"));
        assertError(desk.create(), 400, 900107);
    }

    @Test
    void leavesEverythingAsItWasWhenThePlanCannotBeSetUp() throws Exception {
        var desk = desk();
        var classic = desk.sold(CLASSIC);
        desk.patch(classic, "{\"friendlyName\":\"" + SwitchablePlatform.BREAKS + "\"}");
        desk.now(NOW);
        var failed = desk.done(desk.begun());
        assertThat(failed.path("status").asString()).isEqualTo("Failed");
        assertThat(failed.at("/errorDetails/message").asString())
                .isNotEmpty()
                .isEqualTo(failed.at("/errorDetails/description").asString());
        assertThat(failed.at("/lineItems/0/status").asString()).isEqualTo("Failed");
        assertThat(desk.read(classic.id()).status().wire()).isEqualTo("active");
        assertThat(desk.owned()).hasSize(1);
        assertError(counter.post(desk.person, "/customers/" + desk.customer + "/orders", AZURE_ORDER), 409, 900112);
        desk.patch(classic, "{\"friendlyName\":\"Kiln ERP\"}");
        var done = desk.done(desk.begun());
        assertThat(done.path("status").asString()).isEqualTo("Completed");
        var plan = SubscriptionId.of(done.at("/lineItems/0/targetProduct/id").asString());
        assertThat(desk.read(plan).friendlyName()).isEqualTo("Kiln ERP");
    }

    @Test
    @DisplayName("of two moves of one customer at once, one begins")
    void beginsOnce() throws Exception {
        var desk = desk();
        desk.sold(CLASSIC);
        desk.now(NOW);
        var statuses = Together.run(2, () -> desk.create().statusCode());
        assertThat(statuses).containsOnlyOnce(202);
        assertThat(statuses).allMatch(status -> List.of(202, 400, 409).contains(status));
    }

    @Test
    void isTheMoveOfOneCustomerAndOnePartner() throws Exception {
        var desk = desk();
        desk.sold(CLASSIC);
        desk.now(NOW);
        var upgrade = desk.begun();
        var other = new Desk(desk.person, counter.customer(desk.person));
        assertError(other.status(upgrade), 400, 900111);
        var stranger = counter.partner(PartnerType.DIRECT_BILL, NOW);
        var foreign = new Desk(stranger, desk.customer);
        assertError(foreign.status(upgrade), 404, 900106);
        assertError(foreign.status(UUID.randomUUID().toString()), 404, 900106);
        assertError(foreign.create(), 400, 900118);
        assertError(foreign.post("/eligibility", body(desk.customer.toString(), "azure")), 400, 900118);
    }

    private Desk desk() {
        var person = counter.partner(PartnerType.DIRECT_BILL, BOUGHT);
        return new Desk(person, counter.customer(person));
    }

    /** Somebody with a customer. */
    private final class Desk {
        private final Person person;
        private final CustomerId customer;

        private Desk(Person person, CustomerId customer) {
            this.person = person;
            this.customer = customer;
        }

        void now(Instant instant) {
            clocks.stopAt(person.partnerId(), instant);
        }

        Subscription sold(NewOrderLine line) {
            return counter.sold(person, customer, line);
        }

        Map<String, String> places() {
            return new HashMap<>(Map.of("customer", customer.toString()));
        }

        HttpResponse<String> post(String path, String body) throws Exception {
            return counter.post(person, "/productupgrades" + path, body);
        }

        HttpResponse<String> create() throws Exception {
            return post("", Counter.golden("migrations/product-upgrade.request.json", places()));
        }

        String begun() throws Exception {
            var answer = create();
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            return answer.headers().firstValue("Location").orElseThrow().split("/")[1];
        }

        JsonNode eligibility() throws Exception {
            return json(post("/eligibility", body(customer.toString(), "azure")));
        }

        HttpResponse<String> status(String upgrade) throws Exception {
            return post("/" + upgrade + "/status", body(customer.toString(), "Azure"));
        }

        /** The move once it has ended. */
        JsonNode done(String upgrade) throws Exception {
            var found = json(status(upgrade));
            for (var look = 0;
                    look < 300
                            && List.of("Pending", "InProgress")
                                    .contains(found.path("status").asString());
                    look++) {
                LockSupport.parkNanos(50_000_000);
                found = json(status(upgrade));
            }
            return found;
        }

        /** Once what a moved clock has passed is charged: until then somebody else changes it too. */
        void patch(Subscription known, String body) throws Exception {
            var path = "/customers/" + customer + "/subscriptions/" + known.id();
            var answer = counter.patch(person, path, body);
            for (var look = 0; look < 100 && answer.statusCode() == 409; look++) {
                LockSupport.parkNanos(50_000_000);
                answer = counter.patch(person, path, body);
            }
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }

        Subscription read(SubscriptionId id) {
            return PartnerScope.call(person.partnerId(), () -> subscriptions.get(person.partnerId(), customer, id));
        }

        List<Subscription> owned() {
            return PartnerScope.call(person.partnerId(), () -> subscriptions.list(person.partnerId(), customer));
        }

        /** The activity records of the move. */
        List<String> told() {
            var partner = person.partnerId();
            var filter = new ActivityFilter(
                    Instant.EPOCH,
                    Instant.parse("2100-01-01T00:00:00Z"),
                    Optional.empty(),
                    Optional.of(customer),
                    Optional.empty(),
                    Optional.of(ActivityStatus.SUCCEEDED));
            return PartnerScope.call(partner, () -> log.list(partner, filter, Optional.empty(), 100)).stream()
                    .filter(record -> record.resourceType().equals("product_upgrade"))
                    .map(record -> record.operation() + " " + record.newValues().get("status"))
                    .toList();
        }
    }

    private static String body(String customer, String family) {
        return "{\"customerId\":\"%s\",\"productFamily\":\"%s\"}".formatted(customer, family);
    }

    private static String golden(String name, Map<String, String> places) {
        return Counter.golden("migrations/" + name + ".response.json", places);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static void assertError(HttpResponse<String> answer, int status, int code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).path("code").asInt()).as(answer.body()).isEqualTo(code);
    }
}
