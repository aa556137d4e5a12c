package oroshi.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skyscreamer.jsonassert.JSONAssert.assertEquals;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.skyscreamer.jsonassert.JSONCompareMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.Clerk;
import oroshi.OroshiTest;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.clock.Clocks;
import oroshi.database.PartnerScope;
import oroshi.orders.Counter;
import oroshi.orders.NewOrderLine;
import oroshi.subscriptions.Subscriptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Migrations for later, over HTTP. */
@OroshiTest
class MigrationScheduleTest {
    private static final Instant BOUGHT = Instant.parse("2025-02-11T09:00:00Z");
    private static final Instant NOW = Instant.parse("2025-11-17T07:00:48.448Z");
    private static final NewOrderLine ENT = NewOrderLine.of("ENT-3", 10, BillingCycle.MONTHLY);
    private static final NewOrderLine PHONE = NewOrderLine.of("ADD-PHONE", 8, BillingCycle.MONTHLY);

    @Autowired
    private Counter counter;

    @Autowired
    private Subscriptions subscriptions;

    @Autowired
    private Clocks clocks;

    @Autowired
    private TestCallers callers;

    @LocalServerPort
    private int port;

    @Test
    void schedulesChangesAndCancels() throws Exception {
        var desk = desk(counter.partner(PartnerType.DIRECT_BILL, BOUGHT));
        var places = desk.places();
        places.put(
                "addOn",
                counter.sold(desk.person(), desk.customer(), PHONE).id().toString());
        desk.now(NOW);
        var created = desk.post("", golden("create-schedule.request.json", places));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        places.put("schedule", json(created).path("id").asString());
        places.put("item", json(created).path("catalogItemId").asString());
        var golden = golden("create-schedule.response.json", places);
        assertEquals(golden, created.body(), JSONCompareMode.STRICT);
        assertEquals(golden, desk.get("/" + places.get("schedule")).body(), JSONCompareMode.STRICT);
        assertEquals(
                "[" + golden + "]",
                counter.get(desk.person(), "/migrations/newcommerce/schedules?CustomerTenantId=" + desk.customer())
                        .body(),
                JSONCompareMode.STRICT);

        desk.now(Instant.parse("2025-11-18T10:00:00Z"));
        var change = golden("update-schedule.request.json", places);
        var updated = counter.put(desk.person(), desk.path("/" + places.get("schedule")), change);
        assertThat(updated.statusCode()).as(updated.body()).isEqualTo(200);
        assertEquals(golden("update-schedule.response.json", places), updated.body(), JSONCompareMode.STRICT);
        assertError(
                counter.put(
                        desk.person(),
                        desk.path("/" + places.get("schedule")),
                        change.replace(desk.id().toString(), UUID.randomUUID().toString())),
                400,
                800002);
        assertError(
                counter.put(
                        desk.person(),
                        desk.path("/" + places.get("schedule")),
                        change.replace("\"P1Y\"", "\"P1M\"").replace("Monthly", "Annual")),
                400,
                900222);
        var cancelled = desk.post("/" + places.get("schedule") + "/cancel", "null");
        assertEquals(golden("cancel-schedule.response.json", places), cancelled.body(), JSONCompareMode.STRICT);
        assertThat(desk.post("/" + places.get("schedule") + "/cancel", "").statusCode())
                .isEqualTo(200);
        assertError(counter.put(desk.person(), desk.path("/" + places.get("schedule")), change), 400, 800002);
        desk.now(Instant.parse("2026-02-12T00:00:00Z"));
        assertThat(json(desk.get("/" + places.get("schedule"))).path("status").asString())
                .isEqualTo("Cancelled");
    }

    @Test
    void refusesDaysThatAreNoneOfTheTerm() throws Exception {
        var desk = desk(counter.partner(PartnerType.DIRECT_BILL, BOUGHT));
        desk.now(NOW);
        var body = "{\"currentSubscriptionId\":\"" + desk.id() + "\"%s}";
        assertError(desk.post("", body.formatted("")), 400, 800002);
        assertError(
                desk.post("", body.formatted(",\"targetDate\":\"2025-12-01T00:00:00Z\",\"migrateOnRenewal\":true")),
                400,
                800002);
        assertError(desk.post("", body.formatted(",\"targetDate\":\"2025-11-01T00:00:00Z\"")), 400, 800002);
        assertError(desk.post("", body.formatted(",\"targetDate\":\"2026-02-11T00:00:00Z\"")), 400, 800002);
        assertError(desk.post("", body.formatted(",\"targetDate\":\"soon\"")), 400, 800002);
        assertError(
                desk.post(
                        "",
                        body.formatted(
                                ",\"targetDate\":\"2025-12-01T00:00:00Z\",\"customTermEndDate\":\"2026-01-15T00:00:00Z\"")),
                400,
                900292);
        assertError(desk.get("/" + UUID.randomUUID()), 404, 1000);
        assertError(desk.post("/" + UUID.randomUUID() + "/cancel", ""), 404, 1000);
        assertError(counter.get(desk.person(), "/migrations/newcommerce/schedules?PageSize=0"), 400, 800002);
    }

    @Test
    @DisplayName("a schedule is carried out on its day, once, when the clock passes it")
    void migratesOnTheDay() throws Exception {
        var desk = desk(counter.partner(PartnerType.DIRECT_BILL, BOUGHT));
        desk.now(NOW);
        var id = json(desk.post(
                        "",
                        "{\"currentSubscriptionId\":\"%s\",\"targetDate\":\"2025-12-09T00:00:00Z\",\"quantity\":8}"
                                .formatted(desk.id())))
                .path("id")
                .asString();
        desk.now(Instant.parse("2025-12-09T08:00:00Z"));
        var done = desk.ended(id);
        assertThat(done.path("status").asString()).as(done.toString()).isEqualTo("Completed");
        var migration = json(counter.get(
                desk.person(),
                "/customers/" + desk.customer() + "/migrations/newcommerce/"
                        + done.path("newCommerceMigrationId").asString()));
        assertThat(migration.path("quantity").asInt()).isEqualTo(8);
        assertThat(migration.path("startedTime").asString()).startsWith("2025-12-09");
    }

    @Test
    void notesWhyItCouldNotBegin() throws Exception {
        var desk = desk(counter.partner(PartnerType.DIRECT_BILL, BOUGHT));
        desk.now(NOW);
        var id = json(desk.post(
                        "",
                        "{\"currentSubscriptionId\":\"%s\",\"targetDate\":\"2025-12-09T00:00:00Z\"}"
                                .formatted(desk.id())))
                .path("id")
                .asString();
        var suspended = counter.patch(
                desk.person(),
                "/customers/" + desk.customer() + "/subscriptions/" + desk.id(),
                "{\"status\":\"suspended\"}");
        assertThat(suspended.statusCode()).as(suspended.body()).isEqualTo(200);
        desk.now(Instant.parse("2025-12-09T08:00:00Z"));
        var done = desk.ended(id);
        assertThat(done.path("status").asString()).isEqualTo("Failed");
        assertThat(done.path("errorCode").asInt()).isEqualTo(900215);
        assertThat(done.path("errorDescription").asString()).isNotBlank();
    }

    @Test
    @DisplayName("a sandbox clock that is moved over the renewal begins the new term in its place")
    void takesThePlaceOfTheRenewal() throws Exception {
        var desk = desk(counter.sandbox(BOUGHT));
        var id = json(desk.post(
                        "", "{\"currentSubscriptionId\":\"%s\",\"migrateOnRenewal\":true}".formatted(desk.id())))
                .path("id")
                .asString();
        desk.advancedTo("2026-03-01T00:00:00Z");
        var done = desk.ended(id);
        assertThat(done.path("status").asString()).as(done.toString()).isEqualTo("Completed");
        var found = json(counter.get(desk.person(), "/migrations/newcommerce?CurrentSubscriptionId=" + desk.id()));
        assertThat(found.at("/0/subscriptionEndDate").asString()).isEqualTo("2027-02-10T00:00:00Z");
        var successor =
                SubscriptionId.of(found.at("/0/newCommerceSubscriptionId").asString());
        var facts = PartnerScope.call(
                desk.person().partnerId(),
                () -> subscriptions.charges(desk.person().partnerId(), successor));
        assertThat(facts).hasSize(1);
        assertThat(facts.getFirst().from()).isEqualTo("2026-02-11");
        var classic = PartnerScope.call(
                desk.person().partnerId(),
                () -> subscriptions.charges(desk.person().partnerId(), desk.id()));
        // Twelve cycles of a year; what a renewal on the same day charges is given back in full.
        assertThat(classic.stream()
                        .mapToLong(fact -> fact.amount().getAmountMajorLong())
                        .sum())
                .isEqualTo(12 * 21_800L);
    }

    private Desk desk(Person person) {
        var customer = counter.customer(person);
        return new Desk(person, customer, counter.sold(person, customer, ENT).id());
    }

    /** Somebody with a customer that has a classic subscription. */
    private final class Desk {
        private final Person person;
        private final CustomerId customer;
        private final SubscriptionId id;

        private Desk(Person person, CustomerId customer, SubscriptionId id) {
            this.person = person;
            this.customer = customer;
            this.id = id;
        }

        Person person() {
            return person;
        }

        CustomerId customer() {
            return customer;
        }

        SubscriptionId id() {
            return id;
        }

        String path(String end) {
            return "/customers/" + customer + "/migrations/newcommerce/schedules" + end;
        }

        void now(Instant instant) {
            clocks.stopAt(person.partnerId(), instant);
        }

        HttpResponse<String> post(String end, String body) throws Exception {
            return counter.send(counter.request(person, path(end)).POST(BodyPublishers.ofString(body)));
        }

        HttpResponse<String> get(String end) throws Exception {
            return counter.get(person, path(end));
        }

        /** Moves the clock of a sandbox, and with it does what falls due on the way. */
        void advancedTo(String moment) {
            var clerk = new Clerk(port, callers.token(person));
            assertThat(clerk.call("POST", "/oroshi/clocks", "{\"mode\":\"stopped\"}")
                            .statusCode())
                    .isEqualTo(201);
            var clock = "/oroshi/clocks/" + person.partnerId();
            assertThat(clerk.call("POST", clock + "/advance", "{\"to\":\"" + moment + "\"}")
                            .statusCode())
                    .isEqualTo(202);
            assertThat(clerk.get(clock + "?wait=60").body()).contains("\"status\":\"ready\"");
        }

        /** The schedule once its migration has ended, or could not begin. */
        JsonNode ended(String schedule) throws Exception {
            var found = json(get("/" + schedule));
            for (var look = 0; look < 300 && !found.path("status").asString().matches("Completed|Failed"); look++) {
                LockSupport.parkNanos(50_000_000);
                found = json(get("/" + schedule));
            }
            return found;
        }

        Map<String, String> places() {
            return new HashMap<>(Map.of("customer", customer.toString(), "subscription", id.toString()));
        }
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
