package oroshi.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skyscreamer.jsonassert.JSONAssert.assertEquals;
import static oroshi.orders.Stand.assertError;
import static oroshi.orders.Stand.error;
import static oroshi.orders.Stand.id;
import static oroshi.orders.Stand.json;
import static oroshi.orders.Stand.subscriptionOf;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skyscreamer.jsonassert.JSONCompareMode;
import org.springframework.beans.factory.annotation.Autowired;
import oroshi.OroshiTest;
import oroshi.Together;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.basics.Cloud;
import oroshi.basics.PartnerType;
import oroshi.catalog.Catalog;
import oroshi.catalog.Market;
import oroshi.catalog.Sale;
import oroshi.clock.Clocks;
import tools.jackson.databind.JsonNode;

/** What a line may ask for beyond item, quantity and plan: promotions, end dates, statements. */
@OroshiTest
class LineTermsTest {
    private static final String BASIC = "CFQ7TTC0LH18:0001";
    private static final String PREMIUM = "CFQ7TTC0LCHC:0002";
    private static final String COPILOT = "CFQ7TTC0MM8R:0001";
    private static final String CLOUD_PC = "CFQ7TTC0HX99:0004";
    private static final String OF_PREMIUM = "39NFJQT1PB15:0001:39NFJQT1PB2A";
    private static final String OF_COPILOT = "39NFJQT1CP10:0001:39NFJQT1CP4D";

    @Autowired
    private Counter counter;

    @Autowired
    private TestCallers callers;

    @Autowired
    private Clocks clocks;

    @Autowired
    private Catalog catalog;

    @Test
    void takesAPromotionOffThePriceThatAppliesByItself() throws Exception {
        var stand = stand();
        var cart = stand.cart(line(PREMIUM, 4, "annual", ""));
        assertSame(
                "promoted-cart",
                stand.places(cart),
                stand.get("/carts/" + id(cart)).body());

        var placed = json(stand.checkout(cart)).path("orders").path(0);
        assertThat(placed.path("totalPrice").decimalValue()).isEqualByComparingTo("134640"); // 4 * 39600 * 0.85
        assertThat(placed.path("lineItems").path(0).path("promotionId").asString())
                .isEqualTo(OF_PREMIUM);
        var order = stand.completed(placed.path("id").asString());
        var subscription = json(stand.get("/subscriptions/" + subscriptionOf(order)));
        assertThat(subscription.path("promotionId").asString()).isEqualTo(OF_PREMIUM);
        assertThat(json(stand.get("/carts/" + id(cart)))
                        .path("lineItems")
                        .path(0)
                        .path("pricing")
                        .path("discountedPrice")
                        .asInt())
                .as("an ordered cart keeps the price that was agreed")
                .isEqualTo(33_660);

        var second = stand.cart(line(PREMIUM, 4, "annual", ""));
        assertThat(price(second, "discountedPrice"))
                .as("only the first purchase is cheaper")
                .isEqualTo(39_600);
        assertThat(error(stand.cart(line(PREMIUM, 4, "annual", ",\"promotionId\":\"" + OF_PREMIUM + "\""))))
                .isEqualTo(10014);
    }

    @Test
    void appliesAPromotionThatHasToBeNamedOnlyWhenItIs() throws Exception {
        var stand = stand();
        var named = ",\"promotionId\":\"39NFJQT1CP10:0001:AN-OLD-ONE\"";
        var base = line(BASIC, 10, "monthly", "") + ",";
        assertThat(pricing(stand.cart(base + line(COPILOT, 10, "annual", "")), 1)
                        .path("discountedPrice")
                        .asInt())
                .isEqualTo(54_000);
        assertThat(pricing(stand.cart(base + line(COPILOT, 10, "annual", named)), 1)
                        .path("discountedPrice")
                        .asInt())
                .isEqualTo(48_600);
        for (var wrong : List.of(
                line(COPILOT, 9, "annual", named), // ten at least
                line(COPILOT, 10, "monthly", named),
                line(COPILOT, 10, "annual", ",\"promotionId\":\"39NFJQT1XXXX:0001:39NFJQT1XXXX\""))) {
            var cart = stand.cart(base + wrong);
            assertThat(cart.path("lineItems")
                            .path(1)
                            .path("error")
                            .path("errorCode")
                            .asInt())
                    .isEqualTo(10014);
            assertError(stand.post("/carts/" + id(cart) + "/checkout", ""), 400, 800009);
        }
        assertError(
                stand.post(
                        "/orders",
                        "{\"billingCycle\":\"annual\",\"lineItems\":[{\"lineItemNumber\":0,\"offerId\":\"" + BASIC
                                + "\",\"termDuration\":\"P1Y\",\"quantity\":1,\"promotionId\":\"" + OF_COPILOT
                                + "\"}]}"),
                400,
                27007);
    }

    @Test
    void grantsAFirstPurchaseOnceToTwentyAtATime() throws Exception {
        var stand = stand();
        var body = "{\"billingCycle\":\"annual\",\"lineItems\":[{\"lineItemNumber\":0,\"offerId\":\"" + PREMIUM
                + "\",\"termDuration\":\"P1Y\",\"quantity\":2}]}";
        for (var answer : Together.run(20, () -> stand.post("/orders", body))) {
            assertThat(answer.statusCode()).as(answer.body()).isIn(201, 400);
            if (answer.statusCode() == 400) {
                assertError(answer, 400, 27007);
            }
        }
        var orders = json(stand.get("/orders?include_price=true")).path("items");
        var promoted = IntStream.range(0, orders.size())
                .mapToObj(at -> orders.path(at).path("lineItems").path(0))
                .filter(line -> line.has("promotionId"))
                .toList();
        assertThat(promoted).hasSize(1);
        assertThat(promoted.getFirst().path("pricing").path("discountedPrice").asInt())
                .isEqualTo(33_660);
    }

    @Test
    void saysBeforehandWhetherAPurchaseGetsAPromotion() throws Exception {
        var stand = stand();
        var answer = stand.post(
                "/promotionEligibilities", Counter.golden("orders/verify-eligibilities.request.json", Map.of()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertSame("verify-eligibilities", Map.of(), answer.body());

        stand.checkout(stand.cart(line(PREMIUM, 4, "annual", "")));
        var after = json(stand.post(
                "/promotionEligibilities",
                "{\"items\":[{\"catalogItemId\":\"" + PREMIUM
                        + "\",\"quantity\":297,\"termDuration\":\"P1Y\",\"billingCycle\":\"annual\"}]}"));
        var errors = after.path("items").path(0).path("eligibilities").path(0).path("errors");
        assertThat(IntStream.range(0, errors.size())
                        .mapToObj(at -> errors.path(at).path("type").asString()))
                .containsExactly("SeatCount", "RedemptionLimit", "OfferPurchasedPreviously");
        assertThat(errors.path(0).path("availableSeats").asInt()).isEqualTo(296);
        assertThat(errors.path(1).path("remainingPromotionRedemptionCount").asInt())
                .isZero();

        for (var bad : List.of(
                "{}",
                "{\"items\":[]}",
                "{\"items\":[{\"catalogItemId\":\"x\",\"quantity\":0,\"termDuration\":\"P1Y\",\"billingCycle\":\"annual\"}]}",
                "{\"items\":[{\"id\":\"one\",\"catalogItemId\":\"x\",\"quantity\":1,\"termDuration\":\"P1Y\",\"billingCycle\":\"annual\"}]}",
                "{\"items\":[{\"catalogItemId\":\"x\",\"quantity\":1,\"billingCycle\":\"annual\"}]}")) {
            assertError(stand.post("/promotionEligibilities", bad), 400, 800002);
        }
        var seller = callers.aPersonOf(stand.person().partnerId(), Role.SALES_AGENT);
        assertThat(counter.post(seller, stand.path() + "/promotionEligibilities", "{\"items\":[]}")
                        .statusCode())
                .isEqualTo(403);
        var other = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
        assertError(counter.post(other, stand.path() + "/promotionEligibilities", "{}"), 404, 60003);
    }

    @Test
    void letsAFirstTermEndWithTheYear() throws Exception {
        var stand = stand();
        var end = ",\"customTermEndDate\":\"2026-12-31T00:00:00Z\"";
        var cart = stand.cart(line(BASIC, 10, "monthly", end));
        // 10 * 900 * 17 of 31 days is 4935.48; the other eleven months are 9000 each
        assertSame(
                "aligned-cart",
                stand.places(cart),
                stand.get("/carts/" + id(cart)).body());
        var order = stand.completed(
                json(stand.checkout(cart)).path("orders").path(0).path("id").asString());
        var places = stand.places(cart);
        places.put("order", order.path("id").asString());
        places.put("subscription", subscriptionOf(order));
        places.putAll(item(BASIC));
        assertSame(
                "aligned-order",
                places,
                stand.get("/orders/" + places.get("order") + "?include_price=true")
                        .body());
        var subscription = json(stand.get("/subscriptions/" + places.get("subscription")));
        assertThat(subscription.path("commitmentEndDate").asString()).isEqualTo("2026-12-31T00:00:00Z");
        assertThat(subscription.path("billingCycleEndDate").asString()).isEqualTo("2026-01-31T00:00:00Z");
        assertThat(subscription.path("termDuration").asString()).isEqualTo("P1Y");
    }

    @Test
    void letsATermEndWithAnotherSubscription() throws Exception {
        var stand = stand();
        stand.completed(json(stand.checkout(stand.cart(line(BASIC, 1, "monthly", ""))))
                .path("orders")
                .path(0)
                .path("id")
                .asString()); // ends on 2027-01-14
        assertThat(error(stand.cart(
                        line(PREMIUM, 1, "monthly", ",\"customTermEndDate\":\"2027-01-14T10:00:00+09:00\""))))
                .isZero();
        assertThat(error(stand.cart(line(PREMIUM, 1, "monthly", ",\"customTermEndDate\":\"2026-01-14\""))))
                .as("the day has passed")
                .isEqualTo(10017);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            CFQ7TTC0LH18:000P, none,    P1M, 2026-01-31, 10016, 800009
            CFQ7TTC0LH18:0001, monthly, P1Y, 2027-01-31, 10017, 900242
            CFQ7TTC0LH18:0001, monthly, P1Y, 2026-01-14, 10017, 900242
            CFQ7TTC0LH18:0001, monthly, P1Y, 2026-06-15, 10017, 900242
            CFQ7TTC0LH18:0001, monthly, P1M, 2026-01-30, 10017, 900242
            """)
    void refusesOtherEnds(String item, String cycle, String term, String day, int onLine, int atCheckout)
            throws Exception {
        var stand = stand();
        var quantity = term.equals("P1M") && cycle.equals("none") ? 25 : 1;
        var cart = stand.cart(
                "{\"catalogItemId\":\"%s\",\"quantity\":%d,\"billingCycle\":\"%s\",\"termDuration\":\"%s\",\"customTermEndDate\":\"%s\"}"
                        .formatted(item, quantity, cycle, term, day));
        assertThat(error(cart)).isEqualTo(onLine);
        assertError(stand.post("/carts/" + id(cart) + "/checkout", ""), 400, atCheckout);
        assertError(
                stand.post(
                        "/orders",
                        "{\"billingCycle\":\"%s\",\"lineItems\":[{\"lineItemNumber\":0,\"offerId\":\"%s\",\"termDuration\":\"%s\",\"quantity\":%d,\"customTermEndDate\":\"%sT00:00:00Z\"}]}"
                                .formatted(cycle, item, term, quantity, day)),
                400,
                900242);
    }

    @Test
    void refusesAnEndThatIsNoDay() throws Exception {
        var stand = stand();
        for (var nonsense : List.of("soon", "2026-02-30", "+999999999-12-31T00:00:00Z")) {
            var end = ",\"customTermEndDate\":\"" + nonsense + "\"";
            assertError(stand.post("/carts", "{\"lineItems\":[" + line(BASIC, 1, "monthly", end) + "]}"), 400, 800002);
        }
        assertThat(error(stand.cart(line(BASIC, 1, "monthly", ",\"customTermEndDate\":\"0001-01-01T00:00:00\""))))
                .as("what one client writes for no day")
                .isZero();
    }

    @Test
    void asksForTheStatementThatAnItemNeeds() throws Exception {
        var stand = stand();
        var cart = stand.cart(line(CLOUD_PC, 2, "monthly", ""));
        assertThat(error(cart)).isEqualTo(10012);
        assertError(stand.post("/carts/" + id(cart) + "/checkout", ""), 400, 900203);
        var accepted = stand.cart(line(CLOUD_PC, 2, "monthly", ",\"attestationAccepted\":true"));
        var order = json(stand.checkout(accepted)).path("orders").path(0);
        assertThat(order.path("lineItems").path(0).path("attestationAccepted").asBoolean())
                .isTrue();
        var direct = "{\"billingCycle\":\"monthly\",\"lineItems\":[{\"lineItemNumber\":0,\"offerId\":\"" + CLOUD_PC
                + "\",\"termDuration\":\"P1Y\",\"quantity\":1%s}]}";
        assertError(stand.post("/orders", direct.formatted("")), 400, 900203);
        assertThat(stand.post("/orders", direct.formatted(",\"attestationAccepted\":true"))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void keepsOneCartForTwentyWhoChangeAndBuyIt() throws Exception {
        var stand = stand();
        var cart = stand.cart(line(BASIC, 1, "monthly", ""));
        var path = "/carts/" + id(cart);
        var next = new java.util.concurrent.atomic.AtomicInteger();
        for (var answer : Together.run(20, () -> {
            var each = next.incrementAndGet();
            return each % 2 == 0
                    ? stand.post(path + "/checkout", "null")
                    : stand.put(path, "{\"lineItems\":[" + line(BASIC, each, "monthly", "") + "]}");
        })) {
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201, 400, 409);
            if (answer.statusCode() >= 400) {
                assertThat(json(answer).path("code").asInt()).isIn(800064, 800065);
            }
        }
        stand.post(path + "/checkout", "");
        var orders = json(stand.get("/orders"));
        assertThat(orders.path("totalCount").asInt()).isEqualTo(1);
        assertThat(json(stand.get(path))
                        .path("lineItems")
                        .path(0)
                        .path("quantity")
                        .asInt())
                .isEqualTo(orders.path("items")
                        .path(0)
                        .path("lineItems")
                        .path(0)
                        .path("quantity")
                        .asInt());
    }

    @Test
    void anchorsAReservationInAUsagePlan() throws Exception {
        var stand = stand();
        var plan = stand.bought("DZH318Z0BPS6:0001", "unknown");
        var classic = stand.bought("MS-AZR-0145P", "monthly");
        var license = stand.bought(BASIC, "monthly");
        stand.refusesContext("", 10010, 900312);
        stand.refusesContext("\"scope\":\"regional\",\"subscriptionId\":\"" + plan + "\"", 10010, 900312);
        stand.refusesContext("\"scope\":\"shared\"", 10010, 900317);
        stand.refusesContext("\"scope\":\"single\",\"duration\":null", 10010, 900313);
        stand.refusesContext(
                "\"scope\":\"shared\",\"subscriptionId\":\"" + java.util.UUID.randomUUID() + "\"", 10007, 900129);
        stand.refusesContext("\"scope\":\"shared\",\"subscriptionId\":\"" + license + "\"", 10007, 800011);
        stand.refusesContext("\"scope\":\"shared\",\"subscriptionId\":\"" + classic + "\"", 10008, 800013);
        stand.refusesContext(
                "\"scope\":\"shared\",\"subscriptionId\":\"" + plan + "\",\"duration\":\"3Year\"", 10010, 800002);
        var context = "\"Scope\":\"Shared\",\"SubscriptionId\":\"" + plan + "\",\"duration\":\"1Year\"";
        var cart = stand.cart(Stand.reservation(context));
        assertThat(error(cart)).isZero();
        var line = json(stand.checkout(cart))
                .path("orders")
                .path(0)
                .path("lineItems")
                .path(0);
        assertThat(line.path("provisioningContext").path("SubscriptionId").asString())
                .isEqualTo(plan);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CFQ7TTC0LH18:0001 | monthly | ,"currencyCode":"USD"                                       | 10000 | 900169
            CFQ7TTC0LH18:0001 | monthly | ,"renewsTo":{"termDuration":"P1M"}                          | 10010 | 800009
            DG7GMGF0FKZV:0002 | annual  | ,"renewsTo":{"termDuration":"P1M"}                          | 10010 | 800009
            CFQ7TTC0LH18:0001 | monthly | ,"purchaseCommitment":{"amount":0.05,"grain":"hourly","currency":"jpy"} | 10010 | 800009
            CFQ7TTC0LH18:0001 | monthly | ,"participants":[{"key":"transaction_reseller","value":"7104988"}] | 10004 | 800009
            """)
    void refusesWhatTheItemOrThePartnerDoesNotTake(String item, String cycle, String more, int onLine, int atCheckout)
            throws Exception {
        var stand = stand();
        var cart = stand.cart(line(item, 1, cycle, more));
        assertThat(error(cart)).isEqualTo(onLine);
        assertError(stand.post("/carts/" + id(cart) + "/checkout", ""), 400, atCheckout);
    }

    @Test
    void refusesAnOrderInAnotherCurrency() throws Exception {
        assertError(
                stand().post(
                                "/orders",
                                "{\"billingCycle\":\"monthly\",\"currencyCode\":\"USD\",\"lineItems\":[{\"lineItemNumber\":0,\"offerId\":\""
                                        + BASIC + "\",\"termDuration\":\"P1Y\",\"quantity\":1}]}"),
                400,
                900169);
    }

    @Test
    void renewsSoftwareIntoTheTermThatWasChosen() throws Exception {
        var stand = stand();
        var order = json(stand.checkout(
                        stand.cart(line("DG7GMGF0FKZV:0002", 2, "annual", ",\"renewsTo\":{\"termDuration\":\"P3Y\"}"))))
                .path("orders")
                .path(0);
        assertThat(order.path("lineItems")
                        .path(0)
                        .path("renewsTo")
                        .path("termDuration")
                        .asString())
                .isEqualTo("P3Y");
        var id = subscriptionOf(stand.completed(id(order)));
        var bought = json(stand.get("/subscriptions/" + id));
        assertThat(bought.path("termDuration").asString()).isEqualTo("P1Y");
        assertThat(bought.path("renewalTermDuration").asString()).isEqualTo("P3Y");
        clocks.stopAt(stand.person().partnerId(), Instant.parse("2027-01-15T03:00:00Z"));
        var renewed = stand.renewed(id, "2030-01-14T00:00:00Z");
        assertThat(renewed.path("termDuration").asString()).isEqualTo("P3Y");
        assertThat(renewed.path("billingCycle").asString()).isEqualTo("annual");
        assertThat(renewed.path("renewalTermDuration").asString()).isEmpty();
    }

    @Test
    void showsTheJavaClientNoParticipantsThatItDoesNotKnow() throws Exception {
        var stand = stand();
        var named = ",\"participants\":[{\"key\":\"consumption_reseller\",\"value\":\"7104988\"}]";
        var cart = stand.cart(line(BASIC, 1, "monthly", named));
        assertThat(cart.path("lineItems").path(0).path("participants").size()).isEqualTo(1);
        var answer = counter.send(counter.request(stand.person(), stand.path() + "/carts/" + id(cart))
                .header("MS-PartnerCenter-Client", "Partner Center Java SDK")
                .GET());
        assertThat(json(answer).path("lineItems").path(0).has("participants")).isFalse();
    }

    @Test
    void takesFurtherResellersInEuropeOnly() throws Exception {
        var provider = counter.partner(PartnerType.INDIRECT_PROVIDER, Shop.LATER);
        var stand = new Stand(counter, provider, counter.customer(provider));
        var named = ",\"participants\":[{\"key\":\"additional_transaction_reseller\",\"value\":\"7104988\"}]";
        assertError(stand.post("/carts", "{\"lineItems\":[" + line(BASIC, 1, "monthly", named) + "]}"), 400, 900206);
        var said = stand.post(
                "/carts",
                "{\"partnerOnRecordAttestationAccepted\":true,\"lineItems\":[" + line(BASIC, 1, "monthly", named)
                        + "]}");
        assertThat(error(json(said))).isEqualTo(10010);
    }

    private Stand stand() {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
        return new Stand(counter, person, counter.customer(person));
    }

    private Map<String, String> item(String key) {
        var market = Market.within(Cloud.PUBLIC, "JP", CurrencyUnit.JPY);
        var item = catalog.find(Sale.commercial(market, Shop.LATER), key).orElseThrow();
        var parts = item.id().split(":", -1);
        return Map.of("item", item.id(), "product", parts[0], "availability", parts[2]);
    }

    private static String line(String item, int quantity, String cycle, String more) {
        return "{\"catalogItemId\":\"%s\",\"quantity\":%d,\"billingCycle\":\"%s\",\"termDuration\":\"P1Y\"%s}"
                .formatted(item, quantity, cycle, more);
    }

    private static JsonNode pricing(JsonNode cart, int line) {
        return cart.path("lineItems").path(line).path("pricing");
    }

    private static int price(JsonNode cart, String which) {
        return pricing(cart, 0).path(which).asInt();
    }

    private static void assertSame(String golden, Map<String, String> places, String body) throws Exception {
        assertEquals(Counter.golden("orders/" + golden + ".response.json", places), body, JSONCompareMode.STRICT);
    }
}
