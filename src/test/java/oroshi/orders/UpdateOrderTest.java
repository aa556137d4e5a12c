package oroshi.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skyscreamer.jsonassert.JSONAssert.assertEquals;
import static oroshi.orders.Stand.assertError;
import static oroshi.orders.Stand.id;
import static oroshi.orders.Stand.json;
import static oroshi.orders.Stand.subscriptionOf;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skyscreamer.jsonassert.JSONCompareMode;
import org.springframework.beans.factory.annotation.Autowired;
import oroshi.OroshiTest;
import oroshi.Together;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.activity.ActivityLog;
import oroshi.basics.PartnerType;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.clock.Clocks;
import oroshi.database.PartnerScope;
import oroshi.subscriptions.ChargeFact;
import oroshi.subscriptions.ChargeReason;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.SubscriptionStatus;
import oroshi.subscriptions.Subscriptions;
import tools.jackson.databind.JsonNode;

/** What can still be done about an order: take it back, buy add-ons, charge it in another cycle. */
@OroshiTest
class UpdateOrderTest {
    private static final String SERVER = "DG7GMGF0D5RK:0002";
    private static final String ACCESS = "DG7GMGF0D5VX:0007";
    private static final String DATABASE = "DG7GMGF0FKZV:0002";
    private static final String CANCELLED = "{\"status\":\"cancelled\"}";
    private static final Duration THIRTY_DAYS = Duration.ofDays(30);

    @Autowired
    private Counter counter;

    @Autowired
    private TestCallers callers;

    @Autowired
    private Clocks clocks;

    @Autowired
    private Fulfilment fulfilment;

    @Autowired
    private Subscriptions subscriptions;

    @Autowired
    private ActivityLog log;

    @Test
    void takesOneLineBackAndKeepsTheOther() throws Exception {
        var stand = stand(Shop.LATER);
        var order = software(stand, SERVER, ACCESS);
        var places = places(stand, order);
        places.put("item1", order.at("/lineItems/1/offerId").asString());
        places.put("availability", itemOf(order).split(":")[2]);
        places.put("availability1", order.at("/lineItems/1/offerId").asString().split(":")[2]);
        var answer = patch(stand, order, Counter.golden("orders/cancel-line.request.json", places));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertEquals(Counter.golden("orders/cancel-line.response.json", places), answer.body(), JSONCompareMode.STRICT);
        var status = json(admin(stand).get("/orders/" + id(order) + "/provisioningstatus"));
        assertThat(status.at("/items/0/status").asString()).isEqualTo("unfulfilled");
        assertThat(status.at("/items/0/quantityProvisioningInformation/0/quantity")
                        .asInt())
                .isZero();
        assertThat(json(stand.get("/orders/" + id(order) + "?include_price=true"))
                        .path("totalPrice")
                        .asInt())
                .isEqualTo(6900);
    }

    @Test
    void isCancelledWhenNothingIsLeft() throws Exception {
        var stand = stand(Shop.LATER);
        var order = software(stand, SERVER, ACCESS);
        assertThat(json(patch(stand, order, CANCELLED)).path("status").asString())
                .isEqualTo("cancelled");
        assertError(patch(stand, order, CANCELLED), 400, 800061);
        var partnerId = stand.person().partnerId();
        assertThat(PartnerScope.call(partnerId, () -> log.operations(partnerId)))
                .contains("update_order");
    }

    @Test
    void takesBackWhatADotNetClientSendsWhole() throws Exception {
        var stand = stand(Shop.LATER);
        var order = software(stand, SERVER);
        var whole = order.toString().replace("\"status\":\"completed\"", "\"status\":\"Cancelled\"");
        assertThat(json(patch(stand, order, whole)).path("status").asString()).isEqualTo("cancelled");
    }

    @Test
    void leavesAnOrderThatIsSentBackAsItIs() throws Exception {
        var stand = stand(Shop.LATER);
        var order = software(stand, SERVER);
        assertThat(json(patch(stand, order, order.toString())).path("status").asString())
                .isEqualTo("completed");
    }

    @Test
    @DisplayName("software that is bought once and for all goes back for thirty days, to the second")
    void keepsTheWindowOfSoftware() throws Exception {
        var stand = stand(Shop.LATER);
        var orders = List.of(software(stand, SERVER), software(stand, ACCESS));
        at(stand, Shop.LATER.plus(THIRTY_DAYS));
        assertThat(patch(stand, orders.getFirst(), CANCELLED).statusCode()).isEqualTo(200);
        at(stand, Shop.LATER.plus(THIRTY_DAYS).plusMillis(1));
        assertError(patch(stand, orders.getLast(), CANCELLED), 400, 900117);
    }

    @Test
    void endsTheSubscriptionOfSoftwareWithItsLine() throws Exception {
        var stand = stand(Shop.LATER);
        var order = bought(stand, DATABASE, "annual", "P1Y", 2, "");
        assertThat(json(patch(stand, order, CANCELLED)).path("status").asString())
                .isEqualTo("cancelled");
        var subscription = subscription(stand, subscriptionOf(order));
        assertThat(subscription.status()).isEqualTo(SubscriptionStatus.DELETED);
        assertThat(charges(stand, subscription)).isEqualTo(Money.parse("JPY 0"));
    }

    @Test
    void keepsTheWindowOfSoftwareForATerm() throws Exception {
        var stand = stand(Shop.LATER);
        var order = bought(stand, DATABASE, "annual", "P1Y", 2, "");
        at(stand, Shop.LATER.plus(Duration.ofDays(9)));
        assertError(patch(stand, order, CANCELLED), 400, 900117);
    }

    @Test
    void sendsEverythingElseToItsSubscription() throws Exception {
        var stand = stand(Shop.LATER);
        var license = bought(stand, "CFQ7TTC0LH18:0001", "monthly", "P1Y", 3, "");
        assertError(patch(stand, license, CANCELLED), 403, 800077);
        assertError(patch(stand, bought(stand, "ENT-3", "monthly", "", 3, ""), CANCELLED), 400, 800063);
        var plan = bought(stand, "DZH318Z0BPS6:0001", "monthly", "", 1, "");
        assertError(patch(stand, plan, CANCELLED), 400, 800063);
        assertError(patch(stand, reservation(stand, plan), CANCELLED), 403, 800019);
        assertError(patch(stand, bought(stand, "ISV-KINTAI", "monthly", "", 1, ""), CANCELLED), 403, 800077);
    }

    @Test
    void takesReservationsBackInTheSandbox() throws Exception {
        var person = counter.sandbox(Shop.LATER);
        var stand = new Stand(counter, person, counter.customer(person));
        var plan = bought(stand, "DZH318Z0BPS6:0001", "monthly", "", 1, "");
        var order = reservation(stand, plan);
        var late = software(stand, SERVER);
        assertThat(json(patch(stand, order, CANCELLED)).path("status").asString())
                .isEqualTo("cancelled");
        at(stand, Shop.LATER.plus(Duration.ofDays(60)).plusMillis(1));
        assertError(patch(stand, late, CANCELLED), 400, 800061);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"status\":\"cancelled\",\"lineItems\":[{\"lineItemNumber\":7}]} | 800071",
                "{\"status\":\"cancelled\",\"lineItems\":[{\"lineItemNumber\":-1}]} | 800071",
                "{\"status\":\"cancelled\",\"lineItems\":[{\"lineItemNumber\":0,\"offerId\":\"another\"}]} | 800002",
                "{\"status\":\"cancelled\",\"referenceCustomerId\":\"another\"} | 800002",
                "{\"billingCycle\":\"annual\"} | 2006",
                "{\"billingCycle\":\"weekly\"} | 900126",
                "[] | 800002"
            })
    void refusesWhatCannotBeRead(String body, int code) throws Exception {
        var stand = stand(Shop.LATER);
        assertError(patch(stand, software(stand, SERVER), body), 400, code);
    }

    @Test
    void knowsNoOrderOfSomebodyElse() throws Exception {
        var stand = stand(Shop.LATER);
        var order = software(stand(Shop.LATER), SERVER);
        assertError(patch(stand, order, CANCELLED), 404, 20000);
        assertError(send(stand, "/orders/0123456789ab", CANCELLED, admin(stand).person()), 404, 20000);
    }

    @Test
    void letsOnlyAdminAgentsTakeSoftwareBack() throws Exception {
        var stand = stand(Shop.LATER);
        var order = software(stand, SERVER);
        var seller = callers.aPersonOf(stand.person().partnerId(), Role.SALES_AGENT);
        assertError(send(stand, "/orders/" + id(order), CANCELLED, seller), 403, 900150);
        assertThat(patch(stand, order, CANCELLED).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("of many cancellations at once one is carried out")
    void cancelsOnce() throws Exception {
        var stand = stand(Shop.LATER);
        var order = bought(stand, DATABASE, "annual", "P1Y", 2, "");
        var codes = Together.run(8, () -> code(patch(stand, order, CANCELLED)));
        assertThat(codes).containsOnlyOnce(0).allMatch(code -> code == 0 || code == 800014 || code == 800061);
        var back = facts(stand, subscription(stand, subscriptionOf(order))).stream()
                .filter(fact -> fact.reason() == ChargeReason.CANCEL)
                .toList();
        assertThat(back).hasSize(1);
    }

    @Test
    @DisplayName(
            "J5-A9 of many checkouts of one cart at once one set of orders comes, which can be cancelled meanwhile")
    void ordersACartOnceWhileItIsCancelled() throws Exception {
        var stand = stand(Shop.LATER);
        var cart =
                stand.cart("{\"catalogItemId\":\"%s\",\"quantity\":1,\"billingCycle\":\"one_time\"}".formatted(SERVER));
        var address = "/carts/" + id(cart) + "/checkout";
        var first = json(stand.checkout(cart)).at("/orders/0");
        var answers = Together.run(
                12, number -> number % 2 == 0 ? stand.post(address, "null") : patch(stand, first, CANCELLED));
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).allSatisfy(answer -> assertThat(
                        json(answer).at("/orders/0/id").asString())
                .isEqualTo(id(first)));
        assertThat(json(stand.get("/orders")).path("totalCount").asInt()).isEqualTo(1);
        assertThat(json(stand.checkout(cart)).at("/orders/0/status").asString()).isEqualTo("cancelled");
    }

    @Test
    void addsAClassicAddOnToTheOrderOfItsBase() throws Exception {
        var stand = stand(Shop.EXAMPLES);
        var order = bought(stand, "ENT-3", "monthly", "", 8, "");
        var places = places(stand, order);
        places.put("base", subscriptionOf(order));
        var answer = patch(stand, order, Counter.golden("orders/add-on.request.json", places));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).path("status").asString()).isEqualTo("pending");
        assertThat(json(answer).at("/lineItems/1/lineItemNumber").asInt()).isEqualTo(1);
        var grown = setUp(stand, id(order));
        places.put("addOn", grown.at("/lineItems/1/subscriptionId").asString());
        places.put("etag", grown.at("/attributes/etag").asString());
        assertEquals(Counter.golden("orders/add-on.response.json", places), grown.toString(), JSONCompareMode.STRICT);
        assertThat(subscription(stand, grown.at("/lineItems/1/subscriptionId").asString())
                        .parent())
                .contains(subscription(stand, subscriptionOf(order)).id());
    }

    @Test
    void refusesAddOnsThatDoNotFit() throws Exception {
        var stand = stand(Shop.EXAMPLES);
        var order = bought(stand, "ENT-3", "monthly", "", 8, "");
        var base = subscriptionOf(order);
        var other = subscriptionOf(bought(stand, "BIZ-ESS", "monthly", "", 8, ""));
        var customer = ",\"referenceCustomerId\":\"" + stand.customer() + "\"";
        assertError(patch(stand, order, addOn(base, "ADD-PHONE", 8, "")), 400, 800002);
        assertError(patch(stand, order, addOn(base, "ADD-PHONE", 9, customer)), 400, 800002);
        assertError(patch(stand, order, addOn(base, "BIZ-ESS", 1, customer)), 400, 800029);
        assertError(patch(stand, order, addOn(other, "ADD-PHONE", 1, customer)), 400, 800029);
        assertError(patch(stand, order, addOn(base, "no-offer", 1, customer)), 400, 2006);
        assertError(
                patch(stand, order, addOn("0a4b3a8e-6d1c-4b7a-9a3c-1e2f3a4b5c6d", "ADD-PHONE", 1, customer)),
                404,
                20003);
        counter.patch(stand.person(), stand.path() + "/subscriptions/" + base, "{\"status\":\"suspended\"}");
        assertError(patch(stand, order, addOn(base, "ADD-PHONE", 1, customer)), 409, 27009);
    }

    @Test
    @DisplayName("J7 a classic order is charged in another cycle: its term begins again, the old one is given back")
    void chargesAClassicOrderInAnotherCycle() throws Exception {
        var stand = stand(Shop.EXAMPLES);
        var order = bought(stand, "ENT-3", "monthly", "", 8, "");
        var places = places(stand, order);
        places.put("subscription", subscriptionOf(order));
        at(stand, Shop.EXAMPLES.plus(Duration.ofDays(10)));
        var answer = patch(stand, order, Counter.golden("orders/change-cycle.request.json", places));
        places.put("etag", json(answer).at("/attributes/etag").asString());
        assertEquals(
                Counter.golden("orders/change-cycle.response.json", places), answer.body(), JSONCompareMode.STRICT);
        var subscription = subscription(stand, subscriptionOf(order));
        assertThat(subscription.commitment().billingCycle()).isEqualTo(BillingCycle.ANNUAL);
        assertThat(subscription.commitment().startsOn()).isEqualTo(LocalDate.parse("2019-05-04"));
        assertThat(subscription.dueOn()).contains(LocalDate.parse("2020-05-04"));
        var switched = facts(stand, subscription).stream()
                .filter(fact -> fact.reason() == ChargeReason.CHANGE_CYCLE)
                .toList();
        assertThat(switched).extracting(ChargeFact::quantity).containsExactly(-8, 8);
        assertThat(switched.getFirst().from()).isEqualTo(LocalDate.parse("2019-05-04"));
        assertThat(switched.getLast().amount()).isEqualTo(Money.parse("JPY 209280")); // 8 * 12 * 2180
    }

    @Test
    void refusesOtherCyclesWhereTheyAreNotSold() throws Exception {
        var stand = stand(Shop.EXAMPLES);
        var order = bought(stand, "ENT-3", "monthly", "", 8, "");
        var own = subscriptionOf(order);
        assertError(patch(stand, order, cycle("annual", "")), 400, 800002);
        assertError(patch(stand, order, cycle("annual", "0a4b3a8e-6d1c-4b7a-9a3c-1e2f3a4b5c6d")), 404, 20003);
        assertError(patch(stand, order, cycle("triennial", own)), 400, 6001);
        var usage = bought(stand, "MS-AZR-0145P", "monthly", "", 1, "");
        assertError(patch(stand, usage, cycle("annual", subscriptionOf(usage))), 400, 2006);
        counter.patch(stand.person(), stand.path() + "/subscriptions/" + own, "{\"status\":\"suspended\"}");
        assertError(patch(stand, order, cycle("annual", own)), 400, 6000);
    }

    @Test
    void refusesAStaleVersionOfAClassicOrder() throws Exception {
        var stand = stand(Shop.EXAMPLES);
        var order = bought(stand, "ENT-3", "monthly", "", 8, "");
        var stale = Base64.getEncoder().encodeToString("another".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertError(patch(stand, order, "{\"attributes\":{\"etag\":\"" + stale + "\"}}"), 400, 2055);
        var whole = patch(stand, order, order.toString());
        assertThat(whole.statusCode()).as(whole.body()).isEqualTo(200);
        var header = counter.request(stand.person(), stand.path() + "/orders/" + id(order))
                .header("If-Match", stale)
                .method("PATCH", java.net.http.HttpRequest.BodyPublishers.ofString("{}"));
        assertError(counter.send(header), 412, 2055);
    }

    private Stand stand(Instant at) {
        var person = counter.partner(PartnerType.DIRECT_BILL, at);
        return new Stand(counter, person, counter.customer(person));
    }

    private void at(Stand stand, Instant moment) {
        clocks.stopAt(stand.person().partnerId(), moment);
    }

    private Stand admin(Stand stand) {
        var person = callers.aPersonOf(stand.person().partnerId(), Role.ADMIN_AGENT);
        return new Stand(counter, person, stand.customer());
    }

    private Map<String, String> places(Stand stand, JsonNode order) {
        return new java.util.HashMap<>(
                Map.of("customer", stand.customer().toString(), "order", id(order), "item", itemOf(order)));
    }

    private static String itemOf(JsonNode order) {
        return order.at("/lineItems/0/offerId").asString();
    }

    private HttpResponse<String> patch(Stand stand, JsonNode order, String body) throws Exception {
        return send(stand, "/orders/" + id(order), body, admin(stand).person());
    }

    private HttpResponse<String> send(Stand stand, String path, String body, Person person) throws Exception {
        return counter.patch(person, stand.path() + path, body);
    }

    private JsonNode software(Stand stand, String... items) throws Exception {
        var lines = new ArrayList<String>();
        for (var item : items) {
            lines.add("{\"lineItemNumber\":%d,\"offerId\":\"%s\",\"quantity\":1}".formatted(lines.size(), item));
        }
        var answer = stand.post(
                "/orders", "{\"billingCycle\":\"one_time\",\"lineItems\":[" + String.join(",", lines) + "]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer);
    }

    private JsonNode bought(Stand stand, String item, String cycle, String term, int quantity, String more)
            throws Exception {
        var answer = stand.post(
                "/orders",
                "{\"billingCycle\":\"%s\",\"lineItems\":[{\"lineItemNumber\":0,\"offerId\":\"%s\",\"termDuration\":\"%s\",\"quantity\":%d%s}]}"
                        .formatted(cycle, item, term, quantity, more));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return setUp(stand, id(json(answer)));
    }

    /** The order once everything is set up, which nobody waits for. */
    private JsonNode setUp(Stand stand, String order) throws Exception {
        var partnerId = stand.person().partnerId();
        PartnerScope.call(partnerId, () -> fulfilment.runDue(partnerId));
        return stand.completed(order);
    }

    private JsonNode reservation(Stand stand, JsonNode plan) throws Exception {
        return bought(
                stand,
                "DZH318Z0RVA5:0001",
                "one_time",
                "P1Y",
                2,
                ",\"provisioningContext\":{\"scope\":\"shared\",\"subscriptionId\":\"" + subscriptionOf(plan) + "\"}");
    }

    private static String addOn(String base, String offer, int quantity, String more) {
        return "{\"lineItems\":[{\"lineItemNumber\":0,\"offerId\":\"%s\",\"parentSubscriptionId\":\"%s\",\"quantity\":%d}]%s}"
                .formatted(offer, base, quantity, more);
    }

    private static String cycle(String cycle, String subscription) {
        return "{\"billingCycle\":\"%s\",\"lineItems\":[{\"lineItemNumber\":0,\"subscriptionId\":\"%s\"}]}"
                .formatted(cycle, subscription);
    }

    private Subscription subscription(Stand stand, String id) {
        var partnerId = stand.person().partnerId();
        return PartnerScope.call(
                partnerId,
                () -> subscriptions.get(
                        partnerId, stand.customer(), new SubscriptionId(java.util.UUID.fromString(id))));
    }

    private List<ChargeFact> facts(Stand stand, Subscription subscription) {
        var partnerId = stand.person().partnerId();
        return PartnerScope.call(partnerId, () -> subscriptions.charges(partnerId, subscription.id()));
    }

    private Money charges(Stand stand, Subscription subscription) {
        return facts(stand, subscription).stream()
                .map(ChargeFact::amount)
                .reduce(Money::plus)
                .orElseThrow();
    }

    /** The codes of the answers; zero for what was carried out. */
    private static int code(HttpResponse<String> answer) {
        return answer.statusCode() < 400 ? 0 : json(answer).path("code").asInt();
    }
}
