package oroshi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import oroshi.Clerk;
import oroshi.OroshiTest;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;
import oroshi.clock.Clocks;
import oroshi.clock.DueWork;
import oroshi.database.PartnerScope;
import oroshi.orders.Counter;
import oroshi.orders.NewOrderLine;
import oroshi.orders.Shop;
import oroshi.subscriptions.ChargeFact;
import oroshi.subscriptions.ChargeReason;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.Subscriptions;

@OroshiTest
class ClockTest {
    private static final String OPERATOR = "a key that only the operator of tests knows";

    /** 32,400 yen for three years, which are 900 for a month. */
    private static final NewOrderLine THREE_YEARS =
            NewOrderLine.of("CFQ7TTC0LH18:0001", 12, BillingCycle.MONTHLY).withTerm(Term.THREE_YEARS);

    @Autowired
    private Counter counter;

    @Autowired
    private TestCallers callers;

    @Autowired
    private Subscriptions subscriptions;

    @Autowired
    private TestClocks testClocks;

    @Autowired
    private AdvanceTable advances;

    @Autowired
    private AdvanceRun run;

    @Autowired
    private List<DueWork> works;

    @Autowired
    private Clocks clocks;

    @Autowired
    private TransactionTemplate transactions;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("a term of three years with a monthly plan is charged and renewed in seconds, each charge on its day")
    void livesThroughThreeYears() throws Exception {
        var person = counter.sandbox(Shop.LATER);
        var sold = sold(person);
        create(person);

        assertThat(advance(person, "{\"by\":\"P3Y\"}").statusCode()).isEqualTo(202);
        var arrived = get(person, clock(person) + "?wait=60");
        assertThat(arrived.body())
                .contains(
                        "\"status\":\"ready\"", "\"percent\":100", "\"currentTime\":\"2029-01-15T09:12:40.2500000Z\"");

        var charges = sold.charges();
        assertThat(charges).extracting(ChargeFact::from).containsExactlyElementsOf(monthsFrom("2026-01-15", 37));
        assertThat(charges)
                .extracting(ChargeFact::reason)
                .startsWith(ChargeReason.NEW, ChargeReason.CYCLE)
                .endsWith(ChargeReason.CYCLE, ChargeReason.RENEW);
        assertThat(charges).allSatisfy(fact -> {
            assertThat(fact.quantity()).isEqualTo(12);
            assertThat(fact.amount().getAmountMajorInt()).isEqualTo(10_800); // 12 * 900
        });
        assertThat(charges.subList(1, 37)).allSatisfy(fact -> assertThat(fact.recordedAt())
                .isEqualTo(fact.from().atStartOfDay().toInstant(ZoneOffset.UTC)));
        assertThat(ofTerm(charges, "2026-01-15")).isEqualTo(388_800); // 12 * 32,400
        var renewed = sold.read();
        assertThat(renewed.commitment().startsOn()).isEqualTo("2029-01-15");
        assertThat(renewed.commitment().lastDay()).contains(LocalDate.of(2032, 1, 14));
        assertThat(renewed.commitment().startedAt()).isEqualTo("2029-01-15T00:00:00Z");
        assertThat(dues(person)).isSorted().hasSizeGreaterThanOrEqualTo(36).contains("2028-02-15T00:00:00.0000000Z");
    }

    @Test
    @DisplayName("cycles of a term that began on the last day of a month begin on the last day of each month")
    void staysAtTheEndOfTheMonth() throws Exception {
        var person = counter.sandbox(Instant.parse("2027-01-31T10:00:00Z"));
        var sold = sold(person);
        create(person);
        advance(person, "{\"to\":\"2028-04-01T00:00:00Z\"}");
        arrived(person);
        assertThat(sold.charges())
                .extracting(fact -> fact.from().toString())
                .containsExactly(
                        "2027-01-31",
                        "2027-02-28",
                        "2027-03-31",
                        "2027-04-30",
                        "2027-05-31",
                        "2027-06-30",
                        "2027-07-31",
                        "2027-08-31",
                        "2027-09-30",
                        "2027-10-31",
                        "2027-11-30",
                        "2027-12-31",
                        "2028-01-31",
                        "2028-02-29",
                        "2028-03-31");
    }

    @Test
    @DisplayName("an advance that was killed between two steps goes on behind the last one, and nothing happens twice")
    void goesOnAfterACrash() throws Exception {
        var person = counter.sandbox(Shop.LATER);
        var sold = sold(person);
        create(person);
        var dying = Ids.next();
        as(
                person,
                () -> transactions.executeWithoutResult(transaction -> {
                    testClocks.advance(person.partnerId(), Leap.by("P1Y"), "test");
                    advances.hold(person.partnerId(), dying, Duration.ofMinutes(10));
                }));
        as(person, () -> {
            for (var step = 0; step < 4; step++) {
                assertThat(run.step(person.partnerId(), dying)).isEqualTo(AdvanceRun.Step.FURTHER);
            }
        });
        assertThat(sold.charges()).extracting(ChargeFact::from).containsExactlyElementsOf(monthsFrom("2026-01-15", 5));
        var halfway = get(person, clock(person) + "?wait=1").body();
        assertThat(halfway).contains("\"status\":\"advancing\"", "\"currentTime\":\"2026-05-15T00:00:00.0000000Z\"");
        assertThat(halfway).contains("\"percent\":32"); // 119.6 of 365 days
        assertThat(advance(person, "{\"by\":\"P1D\"}").statusCode()).isEqualTo(409);

        // The next thing is done, and the node dies before it can note that.
        as(person, () -> {
            clocks.passTo(person.partnerId(), Instant.parse("2026-06-15T00:00:00Z"));
            works.forEach(work -> work.runDue(person.partnerId()));
        });
        assertThat(sold.charges()).hasSize(6);
        as(
                person,
                () -> transactions.executeWithoutResult(
                        transaction -> advances.hold(person.partnerId(), dying, Duration.ZERO)));
        arrived(person);
        assertThat(sold.charges()).extracting(ChargeFact::from).containsExactlyElementsOf(monthsFrom("2026-01-15", 13));
        assertThat(dues(person)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void remembersWhatWasDueAndWhoAskedForIt() throws Exception {
        var person = counter.sandbox(Shop.LATER);
        sold(person);
        assertThat(get(person, "/oroshi/clocks").body()).contains("\"totalCount\":0");
        var created = create(person);
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location")).contains(clock(person));
        assertThat(masked(created, person)).isEqualTo(golden("create-clock.response"));
        assertThat(masked(create(person), person)).isEqualTo(golden("create-clock-twice.response"));
        advance(person, "{\"by\":\"P1MT12H\"}");
        assertThat(masked(get(person, clock(person) + "?wait=60"), person)).isEqualTo(golden("get-clock.response"));
        assertThat(masked(get(person, clock(person) + "/steps"), person))
                .isEqualTo(golden("list-clock-steps.response"));
        assertThat(masked(advance(person, "{\"to\":\"2026-02-15T21:12:40.25Z\"}"), person))
                .isEqualTo(golden("advance-clock-back.response"));
    }

    @Test
    void happensOnceForARequestId() throws Exception {
        var person = counter.sandbox(Shop.LATER);
        create(person);
        var id = UUID.randomUUID().toString();
        var first = send(person, "POST", clock(person) + "/advance", "{\"by\":\"P1D\"}", id);
        arrived(person);
        var second = send(person, "POST", clock(person) + "/advance", "{\"by\":\"P1D\"}", id);
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(arrived(person)).contains("\"currentTime\":\"2026-01-16T09:12:40.2500000Z\"");
    }

    @Test
    void refusesWhatMakesNoSense() throws Exception {
        var person = counter.sandbox(Shop.LATER);
        create(person);
        for (var body : List.of(
                "{}",
                "{\"by\":\"soon\"}",
                "{\"by\":\"\"}",
                "{\"by\":\"P\"}",
                "{\"by\":\"PT\"}",
                "{\"by\":\"-P1D\"}",
                "{\"by\":\"P11Y\"}",
                "{\"by\":\"P999999999Y\"}",
                "{\"to\":\"tomorrow\"}",
                "{\"to\":\"2020-01-01T00:00:00Z\"}",
                "{\"to\":\"2027-01-01T00:00:00Z\",\"by\":\"P1D\"}",
                "{\"by\":{}}",
                "[]",
                "null")) {
            assertThat(advance(person, body).statusCode()).as(body).isEqualTo(400);
        }
        assertThat(get(person, clock(person) + "?wait=61").statusCode()).isEqualTo(400);
        assertThat(get(person, clock(person) + "?wait=x").statusCode()).isEqualTo(400);
        var business = callers.aPartner();
        assertThat(masked(create(business), business)).isEqualTo(golden("create-clock-business.response"));
        assertThat(get(business, clock(business)).statusCode()).isEqualTo(403);
        assertThat(get(business, clock(person)).statusCode()).isEqualTo(404);
        var agent = callers.aPersonOf(person.partnerId(), Role.HELPDESK_AGENT);
        assertThat(advance(agent, "{\"by\":\"P1D\"}").statusCode()).isEqualTo(403);
        assertThat(get(agent, clock(person)).statusCode()).isEqualTo(200);
    }

    @Test
    void comesBackToRealTimeOnlyFromBehind() throws Exception {
        var person = counter.sandbox(Shop.LATER);
        create(person);
        assertThat(send(person, "DELETE", clock(person), "", "").statusCode()).isEqualTo(204);
        assertThat(clocks.reread(person.partnerId()).instant())
                .isAfter(Instant.now().minusSeconds(60));
        create(person);
        advance(person, "{\"by\":\"P1Y\"}");
        arrived(person);
        var refused = send(person, "DELETE", clock(person), "", "");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(arrived(person)).contains("\"mode\":\"stopped\"");
    }

    @Test
    @DisplayName("the operator makes, moves and lists the clocks of all sandboxes, and the partner's log says so")
    void isMovedByTheOperatorToo() throws Exception {
        var person = counter.sandbox(Shop.LATER);
        var sold = sold(person);
        var operator = new Clerk(port, OPERATOR);
        var address = "/oroshi/operator/clocks/" + person.partnerId();
        assertThat(operator.call("GET", address, "").statusCode()).isEqualTo(404);
        assertThat(operator.call("POST", address, "{\"mode\":\"stopped\"}").statusCode())
                .isEqualTo(201);
        assertThat(operator.call("POST", address + "/advance", "{\"by\":\"P1M\"}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(operator.read(address + "?wait=60").toString())
                .contains("\"status\":\"ready\"", "\"requestedBy\":\"operator test\"");
        assertThat(sold.charges()).hasSize(2);
        assertThat(operator.read("/oroshi/operator/clocks").toString()).contains(address);
        assertThat(operator.call("DELETE", address, "").statusCode()).isEqualTo(204);
        var stranger = "/oroshi/operator/clocks/" + UUID.randomUUID();
        assertThat(operator.call("POST", stranger, "{}").statusCode()).isEqualTo(404);
        assertThat(get(person, "/oroshi/operator/clocks").statusCode()).isEqualTo(401);
    }

    private static List<LocalDate> monthsFrom(String first, int count) {
        return IntStream.range(0, count)
                .mapToObj(LocalDate.parse(first)::plusMonths)
                .toList();
    }

    private static int ofTerm(List<ChargeFact> charges, String start) {
        return charges.stream()
                .filter(fact -> fact.termStartsOn().toString().equals(start))
                .mapToInt(fact -> fact.amount().getAmountMajorInt())
                .sum();
    }

    private List<String> dues(Person person) throws Exception {
        return Pattern.compile("\"dueDate\":\"([^\"]+)\"")
                .matcher(get(person, clock(person) + "/steps").body())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private Sold sold(Person person) {
        var customer = counter.customer(person);
        var id = counter.sold(person, customer, THREE_YEARS).id();
        // The order waits to be set up, which the counter has done already.
        as(person, () -> works.forEach(work -> work.runDue(person.partnerId())));
        return new Sold(person, customer, id);
    }

    private static String clock(Person person) {
        return "/oroshi/clocks/" + person.partnerId();
    }

    private HttpResponse<String> create(Person person) throws Exception {
        return send(person, "POST", "/oroshi/clocks", "{\"mode\":\"stopped\"}", "");
    }

    private HttpResponse<String> advance(Person person, String body) throws Exception {
        return send(person, "POST", clock(person) + "/advance", body, "");
    }

    private String arrived(Person person) throws Exception {
        var body = get(person, clock(person) + "?wait=60").body();
        assertThat(body).contains("\"status\":\"ready\"");
        return body;
    }

    private HttpResponse<String> get(Person person, String path) throws Exception {
        return send(person, "GET", path, "", "");
    }

    private HttpResponse<String> send(Person person, String method, String path, String body, String id)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + callers.token(person))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        if (!id.isEmpty()) {
            request.header("MS-RequestId", id);
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    /** The answer without what differs from run to run. */
    private static String masked(HttpResponse<String> answer, Person person) {
        return (answer.statusCode() + "\n" + answer.body())
                .replace(person.partnerId().toString(), "-clock-")
                .replace(person.signInName(), "-person-")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "-id-")
                .replaceAll("\"(createdDate|startedDate|endedDate)\":\"[^\"]+\"", "\"$1\":\"-\"")
                .strip();
    }

    private static String golden(String name) {
        return Counter.golden("sandbox/" + name + ".json", Map.of()).strip();
    }

    private static void as(Person person, Runnable work) {
        PartnerScope.run(person.partnerId(), work);
    }

    /** A subscription of a sandbox partner. */
    private final class Sold {
        private final Person person;
        private final CustomerId customer;
        private final SubscriptionId id;

        private Sold(Person person, CustomerId customer, SubscriptionId id) {
            this.person = person;
            this.customer = customer;
            this.id = id;
        }

        Subscription read() {
            return PartnerScope.call(person.partnerId(), () -> subscriptions.get(person.partnerId(), customer, id));
        }

        List<ChargeFact> charges() {
            return PartnerScope.call(person.partnerId(), () -> subscriptions.charges(person.partnerId(), id));
        }
    }
}
