package oroshi.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skyscreamer.jsonassert.JSONAssert.assertEquals;
import static oroshi.orders.Stand.assertError;
import static oroshi.orders.Stand.error;
import static oroshi.orders.Stand.id;
import static oroshi.orders.Stand.json;
import static oroshi.orders.Stand.subscriptionOf;

import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skyscreamer.jsonassert.JSONCompareMode;
import org.springframework.beans.factory.annotation.Autowired;
import oroshi.OroshiTest;
import oroshi.access.tokens.TestTokens;
import oroshi.basics.Cloud;
import oroshi.basics.PartnerType;
import oroshi.catalog.Catalog;
import oroshi.catalog.Market;
import oroshi.catalog.Sale;

/** A promise to spend so much an hour: what it costs, where it counts, who may make it. */
@OroshiTest
class SavingsPlanTest {
    private static final String SAVINGS = "DZH318Z09V6F:0001";
    private static final String PLAN = "DZH318Z0BPS6:0001";
    private static final String PROMISE = "{\"amount\":8,\"grain\":\"hourly\",\"currency\":\"jpy\"}";

    @Autowired
    private Counter counter;

    @Autowired
    private Catalog catalog;

    @Autowired
    private TestTokens tokens;

    private Stand stand;

    @BeforeEach
    void aSellerWithACustomer() {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
        stand = new Stand(counter, person, counter.customer(person));
    }

    @Test
    void costsWhatThePromiseComesToOverTheTerm() throws Exception {
        var plan = stand.owned(PLAN);
        var cart = stand.cart(line("one_time", context("shared", "subscriptionId", plan), PROMISE));
        var places = stand.places(cart);
        places.putAll(item());
        places.put("plan", plan);
        // 8 * 24 hours * 365 days is 70080
        assertSame("savings-plan-cart", places, stand.get("/carts/" + id(cart)).body());

        var placed = json(stand.checkout(cart)).path("orders").path(0);
        var order = stand.completed(placed.path("id").asString());
        places.put("order", id(order));
        places.put("subscription", subscriptionOf(order));
        assertSame(
                "savings-plan-order",
                places,
                stand.get("/orders/" + id(order) + "?include_price=true").body());

        var subscription = stand.get("/subscriptions/" + subscriptionOf(order)).body();
        places.put("productOrder", json(subscription).path("productOrderId").asString());
        assertThat(UUID.fromString(places.get("productOrder"))).isNotNull();
        assertSame("savings-plan-subscription", places, subscription);
        var cancelled = counter.patch(
                stand.person(),
                stand.path() + "/subscriptions/" + subscriptionOf(order),
                subscription.replace("\"status\":\"active\"", "\"status\":\"deleted\""));
        assertError(cancelled, 403, 900321);
    }

    @Test
    void isPaidInMonthsToo() throws Exception {
        var plan = stand.owned(PLAN);
        var line = stand.cart(line("monthly", context("single", "entitlementId", plan), PROMISE))
                .path("lineItems")
                .path(0);
        assertThat(line.path("pricing").path("listPrice").asInt()).isEqualTo(5840); // 70080 / 12
        assertThat(line.path("pricing").path("extendedPrice").asInt()).isEqualTo(70_080);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            regional | subscriptionId | plan    | 10010 | 900312
                     | subscriptionId | plan    | 10010 | 900312
            shared   | entitlementId  | plan    | 10010 | 900317
            shared   | subscriptionId | nobody  | 10007 | 900318
            shared   | subscriptionId | classic | 10007 | 900318
            single   | subscriptionId | plan    | 10010 | 900313
            single   | entitlementId  | nobody  | 10007 | 900314
            single   | entitlementId  | license | 10007 | 900314
            single   | entitlementId  | classic | 10008 | 900315
            """)
    void needsAnAzurePlanToCountFor(String scope, String key, String owner, int onLine, int ordered) throws Exception {
        var anchor =
                switch (owner) {
                    case "plan" -> stand.owned(PLAN);
                    case "classic" -> stand.owned("MS-AZR-0145P");
                    case "license" -> stand.owned("CFQ7TTC0LH18:0001");
                    default -> UUID.randomUUID().toString();
                };
        var line = line("one_time", context(scope == null ? "" : scope, key, anchor), PROMISE);
        assertThat(error(stand.cart(line))).isEqualTo(onLine);
        assertError(stand.post("/orders", order(line)), 400, ordered);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            null                                                   | 10010 | 800002
            {"amount":0.0009,"grain":"hourly","currency":"JPY"}    | 10010 | 800002
            {"amount":1e30,"grain":"hourly","currency":"JPY"}      | 10010 | 800002
            {"amount":8,"grain":"daily","currency":"JPY"}          | 10010 | 800002
            {"amount":8,"grain":"hourly","currency":"USD"}         | 10000 | 900169
            """)
    void needsAPromiseThatCanBeKept(String promise, int onLine, int ordered) throws Exception {
        var plan = stand.owned(PLAN);
        var line = line("one_time", context("shared", "subscriptionId", plan), promise);
        assertThat(error(stand.cart(line))).isEqualTo(onLine);
        assertError(stand.post("/orders", order(line)), 400, ordered);
    }

    @Test
    void takesTheResellerOfItsPlanAndNoOther() throws Exception {
        var provider = counter.partner(PartnerType.INDIRECT_PROVIDER, Shop.LATER);
        var sold = new Stand(counter, provider, counter.customer(provider));
        var plan = sold.owned(PLAN);
        var line = line("one_time", context("shared", "subscriptionId", plan), PROMISE);
        assertError(
                sold.post(
                        "/orders",
                        order(line.replace("}}", "},\"partnerIdOnRecord\":\"7104988\"}"))
                                .replace("{\"billing", "{\"partnerOnRecordAttestationAccepted\":true,\"billing")),
                404,
                800015);
        assertThat(sold.post("/orders", order(line)).statusCode()).isEqualTo(201);
    }

    @Test
    void isBoughtBySomebodyWhoIsSignedIn() throws Exception {
        var plan = stand.owned(PLAN);
        var line = line("one_time", context("shared", "subscriptionId", plan), PROMISE);
        var cart = stand.cart(line);
        var application = "Bearer " + tokens.ofApplication(stand.person().partnerId());
        for (var path : new String[] {"/carts/" + id(cart) + "/checkout", "/orders"}) {
            var answer = counter.send(counter.request(stand.person(), stand.path() + path)
                    .setHeader("Authorization", application)
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString(order(line))));
            assertError(answer, 403, 900329);
        }
    }

    @Test
    void saysWhatItTakesToBuyIt() throws Exception {
        var sku = json(counter.get(stand.person(), "/products/DZH318Z09V6F/skus/0001?country=JP"));
        assertThat(sku.path("minimumPurchaseCommitment").toString())
                .isEqualTo(
                        "{\"grain\":\"hourly\",\"currencyCode\":{\"code\":\"JPY\",\"symbol\":\"¥\"},\"amount\":\"0.001\"}");
        assertThat(sku.path("provisioningVariables").toString())
                .isEqualTo("[\"Scope\",\"SubscriptionId\",\"EntitlementId\"]");
        assertThat(sku.path("supportedBillingCycles").toString()).isEqualTo("[\"monthly\",\"one_time\"]");
    }

    private Map<String, String> item() {
        var market = Market.within(Cloud.PUBLIC, "JP", CurrencyUnit.JPY);
        var item = catalog.find(Sale.commercial(market, Shop.LATER), SAVINGS).orElseThrow();
        return Map.of("item", item.id(), "availability", item.id().split(":", -1)[2]);
    }

    private static String line(String cycle, String context, String promise) {
        return "{\"catalogItemId\":\"%s\",\"quantity\":1,\"billingCycle\":\"%s\",\"termDuration\":\"P1Y\",\"purchaseCommitment\":%s,\"provisioningContext\":%s}"
                .formatted(SAVINGS, cycle, promise, context);
    }

    private static String context(String scope, String key, String value) {
        return "{\"scope\":\"%s\",\"%s\":\"%s\"}".formatted(scope, key, value);
    }

    private static String order(String line) {
        return "{\"billingCycle\":\"one_time\",\"lineItems\":["
                + line.replace("{\"catalogItemId", "{\"lineItemNumber\":0,\"offerId") + "]}";
    }

    private static void assertSame(String golden, Map<String, String> places, String body) throws Exception {
        assertEquals(Counter.golden("orders/" + golden + ".response.json", places), body, JSONCompareMode.STRICT);
    }
}
