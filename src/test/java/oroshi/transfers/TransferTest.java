package oroshi.transfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skyscreamer.jsonassert.JSONAssert.assertEquals;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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
import oroshi.orders.Counter;
import oroshi.orders.NewOrderLine;
import oroshi.partners.PartnerStatus;
import oroshi.partners.Partners;
import oroshi.subscriptions.Subscriptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Transfers between two partners of a customer, over HTTP. */
@OroshiTest
class TransferTest {
    private static final Instant BOUGHT = Instant.parse("2025-02-11T09:00:00Z");
    private static final Instant NOW = Instant.parse("2025-11-17T07:00:48.448Z");
    private static final NewOrderLine ENT =
            NewOrderLine.of("ENT-3", 10, BillingCycle.MONTHLY).withFriendlyName("Warehouse mail");
    private static final NewOrderLine PHONE = NewOrderLine.of("ADD-PHONE", 8, BillingCycle.MONTHLY);

    @Autowired
    private Counter counter;

    @Autowired
    private Subscriptions subscriptions;

    @Autowired
    private Partners partners;

    @Autowired
    private Clocks clocks;

    @Test
    void handsASubscriptionAndItsAddOnOver() throws Exception {
        var pair = pair();
        var addOn = pair.sold(PHONE);
        pair.now();
        var places = pair.places();
        places.put("addOn", addOn.toString());
        var created = pair.create();
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        places.put("transfer", json(created).path("id").asString());
        places.put("reader", pair.source().partnerId().toString());
        assertEquals(golden("create-transfer.response.json", places), created.body(), JSONCompareMode.STRICT);
        places.put("reader", pair.target().partnerId().toString());
        var seen = golden("create-transfer.response.json", places);
        assertEquals("[" + seen + "]", pair.get(pair.target(), "").body(), JSONCompareMode.STRICT);
        assertEquals(seen, pair.get(pair.target(), "/" + places.get("transfer")).body(), JSONCompareMode.STRICT);
        assertError(pair.create(), 409, 900101);

        var accepted = pair.accept(places.get("transfer"));
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
        var result = json(accepted);
        assertThat(result.path("transferErrors")).isEmpty();
        assertThat(result.at("/orders/0/status").asString()).isEqualTo("completed");
        assertThat(result.at("/orders/0/lineItems")).hasSize(2);
        assertThat(result.at("/attributes/objectType").asString()).isEqualTo("TransferSubmitResult");
        assertMoved(pair, places, addOn);
        assertError(pair.accept(places.get("transfer")), 400, 900102);
        assertError(pair.withdraw(pair.source(), places.get("transfer")), 400, 900102);
    }

    private void assertMoved(Pair pair, Map<String, String> places, SubscriptionId addOn) throws Exception {
        var done = json(pair.get(pair.source(), "/" + places.get("transfer")));
        assertThat(done.path("status").asString()).isEqualTo("Complete");
        var line = done.at("/lineItems/0");
        assertThat(line.path("sourceSubscriptionId").asString())
                .isEqualTo(pair.id().toString());
        assertThat(line.path("status").asString()).isEqualTo("Complete");
        var successor = SubscriptionId.of(line.path("subscriptionId").asString());
        var addOnSuccessor =
                SubscriptionId.of(line.at("/addonItems/0/subscriptionId").asString());
        assertThat(pair.statusOf(pair.source(), pair.id())).isEqualTo("deleted");
        assertThat(pair.statusOf(pair.source(), addOn)).isEqualTo("deleted");
        assertThat(pair.statusOf(pair.target(), successor)).isEqualTo("active");
        var wire = json(pair.subscription(pair.target(), addOnSuccessor));
        assertThat(wire.path("parentSubscriptionId").asString()).isEqualTo(successor.toString());
        assertThat(wire.path("commitmentEndDate").asString()).isEqualTo("2026-02-10T00:00:00Z");
        // 17 November to 10 December are 24 of 30 days: 2180 / 30 * 24 = 1744 a license
        assertThat(pair.charges(pair.source(), pair.id())).endsWith("-10 2025-11-17 2025-12-10 JPY -17440");
        assertThat(pair.charges(pair.target(), successor)).containsExactly("10 2025-11-17 2025-12-10 JPY 17440");
        assertThat(pair.subscription(pair.source(), successor).statusCode()).isEqualTo(404);
        assertThat(pair.subscription(pair.target(), pair.id()).statusCode()).isEqualTo(404);
    }

    @Test
    void saysWhatCouldGo() throws Exception {
        var pair = pair();
        var path = "/customers/" + pair.customer() + "/transferseligibility";
        var answer = counter.get(pair.source(), path + "?transferType=directtoindirect");
        assertThat(answer.body()).isEqualTo("[{\"id\":\"" + pair.id() + "\",\"isEligible\":true}]");
        var patched = counter.patch(
                pair.source(),
                "/customers/" + pair.customer() + "/subscriptions/" + pair.id(),
                "{\"status\":\"suspended\"}");
        assertThat(patched.statusCode()).as(patched.body()).isEqualTo(200);
        var suspended = counter.get(pair.source(), path + "?transferType=directtoindirect");
        assertThat(json(suspended).at("/0/reason").asString()).isEqualTo("Subscription is suspended.");
        assertError(counter.get(pair.source(), path + "?transferType=other"), 400, 900141);
        assertError(counter.get(pair.source(), path), 400, 800002);
        assertError(pair.create(), 400, 800078);
    }

    @Test
    void rejectsAndWithdraws() throws Exception {
        var pair = pair();
        pair.now();
        var first = json(pair.create()).path("id").asString();
        assertError(pair.patch(pair.source(), first, "reject"), 400, 900102);
        assertError(pair.patch(pair.target(), first, "Cancel"), 400, 900102);
        assertError(pair.patch(pair.target(), first, "sleep"), 400, 800002);
        assertError(pair.withdraw(pair.target(), first), 400, 900102);
        var rejected = pair.patch(pair.target(), first, "reject");
        assertThat(json(rejected).path("status").asString()).isEqualTo("Reject");
        assertThat(json(pair.get(pair.source(), "/" + first)).path("status").asString())
                .isEqualTo("Reject");
        assertError(pair.accept(first), 400, 900102);

        var second = json(pair.create()).path("id").asString();
        assertThat(pair.withdraw(pair.source(), second).statusCode()).isEqualTo(204);
        assertError(pair.get(pair.target(), "/" + second), 404, 900100);
        assertError(pair.withdraw(pair.source(), second), 404, 900100);
        assertThat(pair.statusOf(pair.source(), pair.id())).isEqualTo("active");
    }

    @Test
    @DisplayName("of an acceptance and a withdrawal at once, one wins")
    void letsOneOfTwoWin() throws Exception {
        var pair = pair();
        pair.now();
        var id = json(pair.create()).path("id").asString();
        var statuses = Together.run(
                List.<Callable<Integer>>of(() -> pair.accept(id).statusCode(), () -> pair.withdraw(pair.source(), id)
                        .statusCode()));
        assertThat(statuses.stream().filter(status -> status < 300)).hasSize(1);
        assertThat(statuses).allMatch(status -> status < 500);
        var isAccepted = statuses.getFirst() == 200;
        assertThat(pair.statusOf(pair.source(), pair.id())).isEqualTo(isAccepted ? "deleted" : "active");
    }

    @Test
    void refusesWhatTheRulesForbid() throws Exception {
        var pair = pair();
        pair.now();
        var body = golden("create-transfer.request.json", pair.places());
        var source = pair.source().partnerId().toString();
        var target = pair.target().partnerId().toString();
        assertError(pair.post(pair.source(), body.replace(target, source)), 400, 900148);
        assertError(
                pair.post(pair.source(), body.replace(target, UUID.randomUUID().toString())), 404, 800015);
        assertError(pair.post(pair.target(), body), 400, 800002);
        assertError(pair.post(pair.source(), "{}"), 400, 800002);
        assertError(
                pair.post(
                        pair.source(),
                        body.replace("\"subscriptionId\"", "\"partnerIdOnRecord\":\"1\",\"subscriptionId\"")),
                404,
                800015);
        var sandbox = counter.sandbox(NOW);
        assertError(
                pair.post(
                        pair.source(), body.replace(target, sandbox.partnerId().toString())),
                403,
                900137);
        var named = body.replace("\"subscriptionId\"", "\"partnerIdOnRecord\":\"NUMBER\",\"subscriptionId\"");
        var seller = partners.get(sandbox.partnerId()).mpnId();
        assertError(pair.post(pair.source(), named.replace("NUMBER", seller)), 400, 800016);
        var reseller = counter.partner(PartnerType.INDIRECT_RESELLER, NOW);
        var number = partners.get(reseller.partnerId()).mpnId();
        var offered = json(pair.post(pair.source(), named.replace("NUMBER", number)))
                .path("id")
                .asString();
        assertError(pair.accept(offered), 400, 800016);
        partners.changeStatus(pair.target().partnerId(), PartnerStatus.SUSPENDED);
        assertError(pair.accept(offered), 403, 900149);
        assertError(pair.get(pair.source(), "/" + UUID.randomUUID()), 404, 900100);
        var stranger = counter.partner(PartnerType.DIRECT_BILL, NOW);
        assertError(pair.get(stranger, "/" + offered), 404, 60003);
        var third = counter.partner(PartnerType.DIRECT_BILL, NOW);
        counter.add(third.partnerId(), pair.customer(), Optional.empty());
        assertError(pair.get(third, "/" + offered), 404, 900100);
        assertThat(json(pair.get(third, ""))).isEmpty();
    }

    private Pair pair() {
        var source = counter.partner(PartnerType.DIRECT_BILL, BOUGHT);
        var target = counter.partner(PartnerType.DIRECT_BILL, BOUGHT);
        var customer = counter.customer(source);
        counter.add(target.partnerId(), customer, Optional.empty());
        PartnerScope.run(target.partnerId(), () -> counter.attest(target.partnerId(), customer));
        return new Pair(
                source, target, customer, counter.sold(source, customer, ENT).id());
    }

    /** Two partners that serve one customer, to which the first has sold something. */
    private final class Pair {
        private final Person source;
        private final Person target;
        private final CustomerId customer;
        private final SubscriptionId id;

        private Pair(Person source, Person target, CustomerId customer, SubscriptionId id) {
            this.source = source;
            this.target = target;
            this.customer = customer;
            this.id = id;
        }

        Person source() {
            return source;
        }

        Person target() {
            return target;
        }

        CustomerId customer() {
            return customer;
        }

        SubscriptionId id() {
            return id;
        }

        void now() {
            clocks.stopAt(source.partnerId(), NOW);
            clocks.stopAt(target.partnerId(), NOW);
        }

        SubscriptionId sold(NewOrderLine line) {
            return counter.sold(source, customer, line).id();
        }

        HttpResponse<String> create() throws Exception {
            return post(source, golden("create-transfer.request.json", places()));
        }

        HttpResponse<String> post(Person person, String body) throws Exception {
            return counter.send(counter.request(person, path("")).POST(BodyPublishers.ofString(body)));
        }

        HttpResponse<String> accept(String transfer) throws Exception {
            return counter.send(
                    counter.request(target, path("/" + transfer + "/accept")).POST(BodyPublishers.ofString("null")));
        }

        HttpResponse<String> withdraw(Person person, String transfer) throws Exception {
            return counter.send(counter.request(person, path("/" + transfer)).DELETE());
        }

        HttpResponse<String> patch(Person person, String transfer, String status) throws Exception {
            return counter.patch(
                    person, path("/" + transfer), "{\"id\":\"" + transfer + "\",\"status\":\"" + status + "\"}");
        }

        HttpResponse<String> get(Person person, String end) throws Exception {
            return counter.get(person, path(end));
        }

        HttpResponse<String> subscription(Person person, SubscriptionId subscription) throws Exception {
            return counter.get(person, "/customers/" + customer + "/subscriptions/" + subscription);
        }

        String statusOf(Person person, SubscriptionId subscription) throws Exception {
            return json(subscription(person, subscription)).path("status").asString();
        }

        List<String> charges(Person person, SubscriptionId subscription) {
            var facts = PartnerScope.call(
                    person.partnerId(), () -> subscriptions.charges(person.partnerId(), subscription));
            return facts.stream()
                    .map(fact -> fact.quantity() + " " + fact.from() + " "
                            + fact.to().orElseThrow() + " " + fact.amount())
                    .toList();
        }

        Map<String, String> places() {
            return new HashMap<>(Map.of(
                    "customer",
                    customer.toString(),
                    "subscription",
                    id.toString(),
                    "source",
                    source.partnerId().toString(),
                    "target",
                    target.partnerId().toString(),
                    "user",
                    source.userId().toString()));
        }

        private String path(String end) {
            return "/customers/" + customer + "/transfers" + end;
        }
    }

    private static String golden(String name, Map<String, String> places) {
        return Counter.golden("transfers/" + name, places);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static void assertError(HttpResponse<String> answer, int status, int code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).path("code").asInt()).as(answer.body()).isEqualTo(code);
    }
}
