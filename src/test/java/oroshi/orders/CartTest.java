package oroshi.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skyscreamer.jsonassert.JSONAssert.assertEquals;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.basics.Cloud;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.catalog.Catalog;
import oroshi.catalog.Market;
import oroshi.catalog.Sale;
import oroshi.clock.Clocks;
import oroshi.database.PartnerScope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OroshiTest
class CartTest {
    private static final String BASIC = "CFQ7TTC0LH18:0001";

    @Autowired
    private Counter counter;

    @Autowired
    private TestCallers callers;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Clocks clocks;

    @Autowired
    private Orders orders;

    @Test
    void leadsFromCartToSubscription() throws Exception {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
        var customer = counter.customer(person);
        var places = places(person, customer);

        var created = counter.post(person, carts(customer), Counter.golden("orders/create-cart.request.json", places));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        places.put("cart", json(created.body()).path("id").asString());
        assertSame("orders/create-cart.response.json", places, created.body());

        var path = carts(customer) + "/" + places.get("cart");
        assertSame(
                "orders/create-cart.response.json",
                places,
                counter.get(person, path).body());

        var checkedOut = counter.post(person, path + "/checkout", "null");
        assertThat(checkedOut.statusCode()).as(checkedOut.body()).isEqualTo(201);
        var order = json(checkedOut.body()).path("orders").path(0).path("id").asString();
        places.put("order", order);
        assertSame("orders/checkout-cart.response.json", places, checkedOut.body());

        var orderPath = "/customers/" + customer + "/orders/" + order;
        var completed = eventually(person, orderPath, "completed");
        places.put(
                "subscription",
                completed.path("lineItems").path(0).path("subscriptionId").asString());
        var subscriptions = "/customers/" + customer + "/subscriptions";
        var read = counter.get(person, subscriptions + "/" + places.get("subscription"));
        assertSame("subscriptions/get-subscription.response.json", places, read.body());
        var ofOrder =
                json(counter.get(person, subscriptions + "?order_id=" + order).body());
        assertThat(ofOrder.path("totalCount").asInt()).isEqualTo(1);
        assertError(counter.get(person, subscriptions + "?order_id=000000000000"), 404, 20000);
        assertError(counter.get(person, subscriptions + "/" + UUID.randomUUID()), 404, 20003);
        assertError(counter.get(person, "/customers/" + customer + "/orders/000000000000"), 404, 20000);

        var again = counter.post(person, path + "/checkout", "");
        assertThat(json(again.body()).path("orders").path(0).path("id").asString())
                .isEqualTo(order);
        assertError(counter.put(person, path, cartOf(BASIC, 1)), 400, 800065);
        assertThat(json(counter.get(person, "/customers/" + customer + "/orders")
                                .body())
                        .path("totalCount")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("what is null or blank in a line was not said: the answer leaves it out")
    void leavesOutWhatWasNotSaid() throws Exception {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
        var customer = counter.customer(person);
        var created = counter.post(person, carts(customer), """
                {"lineItems": [{"catalogItemId": "%s", "quantity": 3, "billingCycle": "", "termDuration": "",
                    "friendlyName": " ", "currencyCode": "", "promotionId": "", "customTermEndDate": "",
                    "renewsTo": {"termDuration": ""}, "participants": [{"key": "transaction_reseller", "value": ""}],
                    "provisioningContext": {"scope": null, "subscriptionId": ""}}]}
                """.formatted("CFQ7TTC0LH18"));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        var line = json(created.body()).path("lineItems").path(0);
        assertThat(line.propertyNames())
                .containsExactlyInAnyOrder("id", "catalogItemId", "quantity", "currencyCode", "orderGroup", "error");
    }

    @Test
    void keepsLinesThatCannotBeBoughtAndSaysWhy() throws Exception {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
        var customer = counter.customer(person);
        var created = counter.post(person, carts(customer), cartOf(BASIC, 320));
        assertThat(created.statusCode()).isEqualTo(201);
        var error = json(created.body()).path("lineItems").path(0).path("error");
        assertThat(error.path("errorCode").asInt()).isEqualTo(10015);
        assertThat(error.path("additionalInformation").path("availableQuantity").asInt())
                .isEqualTo(300);
        assertThat(error.path("additionalInformation").path("purchasedQuantity").asInt())
                .isEqualTo(320);
        var path = carts(customer) + "/" + json(created.body()).path("id").asString();
        assertError(counter.post(person, path + "/checkout", ""), 400, 800009);
        assertThat(counter.put(person, path, cartOf(BASIC, 300)).statusCode()).isEqualTo(200);
        assertThat(counter.post(person, path + "/checkout", "").statusCode()).isEqualTo(201);
        assertThat(json(counter.post(person, carts(customer), cartOf("no-such-item", 1))
                                .body())
                        .path("lineItems")
                        .path(0)
                        .path("error")
                        .path("errorCode")
                        .asInt())
                .isEqualTo(10001);
        assertError(counter.post(person, carts(customer), "{}"), 400, 800002);
        assertError(
                counter.post(
                        person,
                        carts(customer),
                        "{\"lineItems\":[{\"catalogItemId\":\"" + BASIC
                                + "\",\"quantity\":1,\"billingCycle\":\"weekly\"}]}"),
                400,
                900126);
    }

    @Test
    @DisplayName("J5-A9 of two who check out one cart at the same time, both hear of the same order or one hears 409")
    void makesOneOrderOfSimultaneousCheckouts() throws Exception {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
        var customer = counter.customer(person);
        var cart = json(counter.post(person, carts(customer), cartOf(BASIC, 5)).body());
        var path = carts(customer) + "/" + cart.path("id").asString() + "/checkout";
        var answers = Together.run(6, () -> counter.post(person, path, "null"));
        for (var answer : answers) {
            if (answer.statusCode() != 201) {
                assertError(answer, 409, 800064);
            }
        }
        assertThat(answers).extracting(HttpResponse::statusCode).contains(201).isSubsetOf(201, 409);
        assertThat(json(counter.get(person, "/customers/" + customer + "/orders")
                                .body())
                        .path("totalCount")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void placesAnOrderOnceHoweverOftenTheCallIsRepeated() throws Exception {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
        var customer = counter.customer(person);
        var requestId = UUID.randomUUID().toString();
        var body = "{\"billingCycle\":\"unknown\",\"lineItems\":[{\"lineItemNumber\":0,\"offerId\":\"" + BASIC
                + "\",\"termDuration\":\"P1Y\",\"quantity\":3}]}";
        var ids = new ArrayList<String>();
        for (var repetition = 0; repetition < 3; repetition++) {
            var answer = counter.send(counter.request(person, "/customers/" + customer + "/orders")
                    .header("MS-RequestId", requestId)
                    .POST(BodyPublishers.ofString(body)));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            ids.add(json(answer.body()).path("id").asString());
        }
        assertThat(ids).containsOnly(ids.getFirst());
        var listed =
                json(counter.get(person, "/customers/" + customer + "/orders?billingType=MONTHLY&include_price=True")
                        .body());
        assertThat(listed.path("totalCount").asInt()).isEqualTo(1);
        assertThat(listed.path("items").path(0).path("totalPrice").decimalValue())
                .isEqualByComparingTo("32400");
        // 3 licences * 900 * 12 months
    }

    @Test
    void remembersTheUserForWhomAShopBuys() throws Exception {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
        var customer = counter.customer(person);
        var body = "{\"lineItems\":[{\"lineItemNumber\":0,\"offerId\":\"" + BASIC
                + "\",\"termDuration\":\"P1Y\",\"quantity\":1}]}";
        for (var name : new String[] {"naoko.yamamoto@sakura.example", "", "nobody"}) {
            var answer = counter.send(counter.request(person, "/customers/" + customer + "/orders")
                    .header("x-ms-customeruser-upn", name)
                    .POST(BodyPublishers.ofString(body)));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(name.equals("nobody") ? 400 : 201);
        }
        var users = PartnerScope.call(person.partnerId(), () -> orders.list(person.partnerId(), customer).stream()
                .map(Order::customerUser)
                .toList());
        assertThat(users).containsExactly(Optional.empty(), Optional.of("naoko.yamamoto@sakura.example"));
    }

    @Test
    void sellsNothingBeforeTheAgreementIsAccepted() throws Exception {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
        var customer = counter.customer(person, Optional.empty(), false);
        assertError(counter.post(person, carts(customer), cartOf(BASIC, 1)), 403, 13605);
    }

    @Test
    @DisplayName("J5-A7 a cart is gone seven days after it was made")
    void forgetsACartAfterSevenDays() throws Exception {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
        var customer = counter.customer(person);
        var cart = json(counter.post(person, carts(customer), cartOf(BASIC, 5)).body());
        var path = carts(customer) + "/" + cart.path("id").asString();
        clocks.stopAt(person.partnerId(), Shop.LATER.plus(Duration.ofDays(7)).minusSeconds(1));
        assertThat(counter.get(person, path).statusCode()).isEqualTo(200);
        clocks.stopAt(person.partnerId(), Shop.LATER.plus(Duration.ofDays(7)));
        assertError(counter.get(person, path), 404, 800008);
        assertError(counter.post(person, path + "/checkout", ""), 404, 800008);
    }

    @Test
    @DisplayName("J6-A6 a customer of another partner is as unknown as one that does not exist")
    void knowsNobodyElsesCustomers() throws Exception {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
        var customer = counter.customer(person);
        var other = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
        for (var foreign : new String[] {customer.toString(), UUID.randomUUID().toString()}) {
            var path = "/customers/" + foreign;
            assertError(counter.post(other, path + "/carts", cartOf(BASIC, 1)), 404, 60003);
            assertError(counter.get(other, path + "/carts/" + UUID.randomUUID()), 404, 60003);
            assertError(counter.get(other, path + "/orders"), 404, 60003);
            assertError(counter.get(other, path + "/subscriptions"), 404, 60003);
        }
    }

    @Test
    void letsOnlySellersOrder() throws Exception {
        var admin = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
        var customer = counter.customer(admin);
        var helpdesk = callers.aPersonOf(admin.partnerId(), Role.HELPDESK_AGENT);
        assertThat(counter.post(helpdesk, carts(customer), cartOf(BASIC, 1)).statusCode())
                .isEqualTo(403);
        assertThat(counter.get(helpdesk, "/customers/" + customer + "/subscriptions")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("J3-A5 a reseller sees the shared customer's subscriptions, and neither carts nor orders nor prices")
    void showsAResellerSubscriptionsWithoutPrices() throws Exception {
        var provider = counter.partner(PartnerType.INDIRECT_PROVIDER, Shop.LATER);
        var reseller = counter.partner(PartnerType.INDIRECT_RESELLER, Shop.LATER);
        var customer = counter.customer(provider, Optional.of(reseller.partnerId()), true);
        var cart =
                json(counter.post(provider, carts(customer), cartOf(BASIC, 5)).body());
        var path = carts(customer) + "/" + cart.path("id").asString();
        assertThat(counter.post(provider, path + "/checkout", "").statusCode()).isEqualTo(201);
        var seen = counter.get(reseller, "/customers/" + customer + "/subscriptions");
        assertThat(seen.statusCode()).as(seen.body()).isEqualTo(200);
        assertThat(json(seen.body()).path("totalCount").asInt()).isEqualTo(1);
        assertThat(seen.body().toLowerCase(java.util.Locale.ROOT)).doesNotContain("price");
        assertError(counter.get(reseller, "/customers/" + customer + "/orders"), 403, 900150);
        assertThat(counter.post(reseller, carts(customer), cartOf(BASIC, 1)).statusCode())
                .isEqualTo(403);
    }

    private Map<String, String> places(Person person, CustomerId customer) {
        var market = Market.within(Cloud.PUBLIC, "JP", org.joda.money.CurrencyUnit.JPY);
        var item = catalog.find(Sale.commercial(market, Shop.LATER), BASIC).orElseThrow();
        var parts = item.id().split(":", -1);
        return new HashMap<>(Map.of(
                "customer", customer.toString(),
                "user", person.userId().toString(),
                "item", item.id(),
                "product", parts[0],
                "availability", parts[2]));
    }

    private static String cartOf(String item, int quantity) {
        return "{\"lineItems\":[{\"id\":0,\"catalogItemId\":\"%s\",\"quantity\":%d,\"billingCycle\":\"monthly\",\"termDuration\":\"P1Y\"}]}"
                .formatted(item, quantity);
    }

    private static String carts(CustomerId customer) {
        return "/customers/" + customer + "/carts";
    }

    private JsonNode eventually(Person person, String path, String status) throws Exception {
        var deadline = Instant.now().plusSeconds(20);
        var seen = json(counter.get(person, path).body());
        while (!seen.path("status").asString().equals(status) && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(20_000_000);
            seen = json(counter.get(person, path).body());
        }
        assertThat(seen.path("status").asString()).isEqualTo(status);
        return seen;
    }

    private static void assertSame(String golden, Map<String, String> places, String body) throws Exception {
        assertEquals(Counter.golden(golden, places), body, JSONCompareMode.STRICT);
    }

    private static void assertError(java.net.http.HttpResponse<String> answer, int status, int code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer.body()).path("code").asInt()).as(answer.body()).isEqualTo(code);
    }

    private static JsonNode json(String body) {
        return JsonMapper.shared().readTree(body);
    }
}
