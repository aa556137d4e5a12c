package oroshi.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import oroshi.OroshiTest;
import oroshi.Together;
import oroshi.access.TestCallers.Person;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;
import oroshi.clock.Clocks;
import oroshi.database.PartnerScope;
import oroshi.orders.Counter;
import oroshi.orders.NewOrderLine;
import oroshi.subscriptions.Subscriptions;
import oroshi.subscriptions.SwitchablePlatform;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Transfers of new commerce, which the gaining partner asks for, over HTTP. */
@OroshiTest
class TransferRequestTest {
    private static final Instant BOUGHT = Instant.parse("2026-01-15T09:12:40.250Z");
    private static final Instant NOW = Instant.parse("2026-02-05T09:00:00Z");
    private static final NewOrderLine OFFICE =
            NewOrderLine.of("CFQ7TTC0LH18:0001", 12, BillingCycle.MONTHLY).withTerm(Term.ONE_YEAR);
    private static final NewOrderLine AZURE = NewOrderLine.of("DZH318Z0BPS6:0001", 1, BillingCycle.MONTHLY);

    @Autowired
    private Counter counter;

    @Autowired
    private Subscriptions subscriptions;

    @Autowired
    private TransferRun run;

    @Autowired
    private Clocks clocks;

    @Autowired
    private RequestNotice notice;

    private Person source;
    private Person target;
    private CustomerId customer;
    private SubscriptionId office;

    @BeforeEach
    void sellToACustomerOfTwo() {
        source = counter.partner(PartnerType.DIRECT_BILL, BOUGHT);
        target = counter.partner(PartnerType.DIRECT_BILL, BOUGHT);
        customer = counter.customer(source);
        counter.add(target.partnerId(), customer, Optional.empty());
        PartnerScope.run(target.partnerId(), () -> counter.attest(target.partnerId(), customer));
        office = counter.sold(source, customer, OFFICE).id();
        at(NOW);
    }

    @Test
    void handsOverWhatTheLosingPartnerChose() throws Exception {
        var asked = ask("[]");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(201);
        var id = json(asked).path("id").asString();
        assertThat(json(asked).path("status").asString()).isEqualTo("Pending");
        assertThat(json(asked).path("transferType").asInt()).isEqualTo(5);
        assertThat(json(asked).path("lineItems")).isEmpty();
        assertError(ask("[\"OnlineServicesNCE\"]"), 409, 900101);
        assertError(patch(target, id, accept(office)), 400, 900102);
        assertError(patch(source, id, "{\"status\":\"Cancel\"}"), 400, 900102);
        assertError(patch(source, id, "{\"status\":\"accept\"}"), 400, 800002);

        var accepted = patch(source, id, accept(office));
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
        var done = arrived(source, id, "Complete");
        var successor = SubscriptionId.of(done.at("/lineItems/0/subscriptionId").asString());
        assertThat(statusOf(source, office)).isEqualTo("deleted");
        assertThat(statusOf(target, successor)).isEqualTo("active");
        var there =
                PartnerScope.call(target.partnerId(), () -> subscriptions.get(target.partnerId(), customer, successor));
        assertThat(there.commitment().lastDay()).hasToString("Optional[2027-01-14]");
        assertThat(there.quantity()).isEqualTo(12);
        // 5 to 14 February are 10 of the 31 days from 15 January
        assertThat(charges(source, office).getLast()).startsWith("-12 2026-02-05 2026-02-14");
        assertThat(charges(target, successor)).singleElement().asString().startsWith("12 2026-02-05 2026-02-14");
    }

    @Test
    @DisplayName("the customer is told at the address that the request names, as long as it is open")
    void tellsTheCustomer() throws Exception {
        var id = json(ask("[]")).path("id").asString();
        var facts = Map.of("transfer", id, "customer", customer.toString());
        var letter = PartnerScope.call(target.partnerId(), () -> notice.write(target.partnerId(), facts))
                .orElseThrow();
        assertThat(letter.to()).isEqualTo("it@bramblewood.onpartner.example");
        assertThat(letter.text()).contains("譲渡").doesNotContain("{");
        patch(source, id, "{\"status\":\"reject\"}");
        assertThat(PartnerScope.call(target.partnerId(), () -> notice.write(target.partnerId(), facts)))
                .isEmpty();
    }

    @Test
    @DisplayName("a request that nobody answers expires after 30 days by the losing partner's clock")
    void expires() throws Exception {
        var id = json(ask("[\"OnlineServicesNCE\"]")).path("id").asString();
        at(NOW.plus(Duration.ofDays(30)).minusSeconds(1));
        carryOut();
        assertThat(read(target, id).path("status").asString()).isEqualTo("Pending");
        at(NOW.plus(Duration.ofDays(30)));
        assertThat(patch(source, id, accept(office)).statusCode()).isIn(400, 409);
        arrived(target, id, "Expired");
        arrived(source, id, "Expired");
        assertError(patch(target, id, "{\"status\":\"Cancel\"}"), 400, 900102);
        assertThat(ask("[\"OnlineServicesNCE\"]").statusCode()).isEqualTo(201);
    }

    @Test
    void rejectsAndCancels() throws Exception {
        var first = json(ask("[]")).path("id").asString();
        var rejected = patch(source, first, "{\"status\":\"REJECT\"}");
        assertThat(json(rejected).path("status").asString()).isEqualTo("Reject");
        var second = json(ask("[]")).path("id").asString();
        assertError(patch(target, second, "{\"status\":\"reject\"}"), 400, 900102);
        assertThat(send(target, "DELETE", "/" + second, "").statusCode()).isEqualTo(400);
        var cancelled = patch(target, second, "{\"status\":\"cancel\"}");
        assertThat(json(cancelled).path("status").asString()).isEqualTo("Cancel");
        assertError(patch(source, second, accept(office)), 400, 900102);
    }

    @Test
    @DisplayName("of an acceptance, a cancellation and the expiry at once, one wins on both sides")
    void letsOneWin() throws Exception {
        var id = json(ask("[]")).path("id").asString();
        var statuses = Together.run(List.<Callable<Integer>>of(
                () -> patch(source, id, accept(office)).statusCode(),
                () -> patch(target, id, "{\"status\":\"Cancel\"}").statusCode()));
        assertThat(statuses).containsOnlyOnce(200).allMatch(status -> status < 500);
        var word = statuses.getFirst() == 200 ? "Complete" : "Cancel";
        arrived(source, id, word);
        arrived(target, id, word);
    }

    @Test
    @DisplayName("what can't be taken over is tried again for three days, and stays where it was; the rest goes")
    void triesAgain() throws Exception {
        var broken = counter.sold(
                        source,
                        customer,
                        NewOrderLine.of("CFQ7TTC0LF8Q:0001", 3, BillingCycle.MONTHLY)
                                .withTerm(Term.ONE_YEAR))
                .id();
        rename(broken);
        var id = json(ask("[]")).path("id").asString();
        patch(source, id, accept(office, broken));
        for (var look = 0; look < 100 && !statusOf(source, office).equals("deleted"); look++) {
            carryOut();
        }
        assertThat(read(source, id).path("status").asString()).isEqualTo("InProgress");
        assertThat(statusOf(source, office)).isEqualTo("deleted");
        assertThat(statusOf(source, broken)).isEqualTo("active");
        assertError(patch(target, id, "{\"status\":\"Cancel\"}"), 409, 900101);
        at(NOW.plus(Duration.ofDays(3)));
        var partly = arrived(target, id, "PartiallyComplete");
        assertThat(partly.at("/lineItems/1/status").asString()).isEqualTo("Failed");
        assertThat(statusOf(source, broken)).isEqualTo("active");
        assertError(send(target, "POST", "/" + id + "/accept", "null"), 500, 900103);
    }

    @Test
    void takesAnAzurePlanAlong() throws Exception {
        assertError(ask("[\"AzureSubscription\"]"), 400, 900133);
        var plan = counter.sold(source, customer, AZURE).id();
        var id = json(ask("[\"AzureSubscription\"]")).path("id").asString();
        assertError(patch(source, id, accept(office)), 400, 800002);
        patch(source, id, accept(plan));
        arrived(target, id, "Complete");
        counter.sold(source, customer, AZURE);
        assertError(ask("[\"AzureSubscription\"]"), 400, 900134);
    }

    private void rename(SubscriptionId id) throws Exception {
        var path = "/customers/" + customer + "/subscriptions/" + id;
        var changed = counter.patch(source, path, "{\"friendlyName\":\"" + SwitchablePlatform.BREAKS + "\"}");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    }

    private void at(Instant moment) {
        clocks.stopAt(source.partnerId(), moment);
        clocks.stopAt(target.partnerId(), moment);
    }

    private void carryOut() {
        PartnerScope.call(source.partnerId(), () -> run.runDue(source.partnerId()));
    }

    /** The transfer once it has the status; the scheduler of the application may be at it meanwhile. */
    private JsonNode arrived(Person person, String id, String status) throws Exception {
        for (var look = 0; look < 100; look++) {
            carryOut();
            var found = read(person, id);
            if (found.path("status").asString().equals(status)) {
                return found;
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError(read(person, id).toString());
    }

    private HttpResponse<String> ask(String kinds) throws Exception {
        return send(
                target,
                "POST",
                "",
                Counter.golden(
                        "transfers/ask-for-transfer.request.json",
                        Map.of("source", source.partnerId().toString(), "kinds", kinds)));
    }

    private static String accept(SubscriptionId... ids) {
        var lines = new ArrayList<String>();
        for (var id : ids) {
            lines.add("{\"subscriptionId\":\"" + id + "\"}");
        }
        return "{\"status\":\"accept\",\"lineItems\":[" + String.join(",", lines) + "]}";
    }

    private HttpResponse<String> patch(Person person, String id, String body) throws Exception {
        return send(person, "PATCH", "/" + id, body);
    }

    private JsonNode read(Person person, String id) throws Exception {
        return json(send(person, "GET", "/" + id, ""));
    }

    private HttpResponse<String> send(Person person, String method, String end, String body) throws Exception {
        return counter.send(counter.request(person, "/customers/" + customer + "/transfers" + end)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private String statusOf(Person person, SubscriptionId subscription) throws Exception {
        return json(counter.get(person, "/customers/" + customer + "/subscriptions/" + subscription))
                .path("status")
                .asString();
    }

    private List<String> charges(Person person, SubscriptionId subscription) {
        var facts =
                PartnerScope.call(person.partnerId(), () -> subscriptions.charges(person.partnerId(), subscription));
        return facts.stream()
                .map(fact ->
                        fact.quantity() + " " + fact.from() + " " + fact.to().orElseThrow() + " " + fact.amount())
                .toList();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static void assertError(HttpResponse<String> answer, int status, int code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).path("code").asInt()).as(answer.body()).isEqualTo(code);
    }
}
