package oroshi.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skyscreamer.jsonassert.JSONAssert.assertEquals;
import static oroshi.orders.Stand.assertError;
import static oroshi.orders.Stand.error;
import static oroshi.orders.Stand.id;
import static oroshi.orders.Stand.json;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skyscreamer.jsonassert.JSONCompareMode;
import org.springframework.beans.factory.annotation.Autowired;
import oroshi.OroshiTest;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.basics.PartnerType;

/** What has to have happened before capacity is reserved: its subscription is registered, the stock has been asked. */
@OroshiTest
class ReservationTest {
    private static final String CLASSIC = "MS-AZR-0145P";
    private static final String PLAN = "DZH318Z0BPS6:0001";
    private static final String STOCK = "/extensions/product/checkInventory?country=JP";

    @Autowired
    private Counter counter;

    @Autowired
    private TestCallers callers;

    private Stand stand;

    @BeforeEach
    void aSellerWithACustomer() {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
        stand = new Stand(counter, person, counter.customer(person));
    }

    @Test
    void needsAClassicSubscriptionToBeRegistered() throws Exception {
        var classic = stand.owned(CLASSIC);
        assertRegistration(classic, "notregistered");
        var cart = stand.cart(reservation(classic));
        assertThat(error(cart)).isEqualTo(10011);
        assertError(stand.post("/carts/" + id(cart) + "/checkout", ""), 400, 800009);
        assertError(stand.post("/orders", order(classic)), 400, 800030);

        for (var body : new String[] {"null", ""}) {
            var answer = stand.post("/subscriptions/" + classic + "/registrations", body);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.headers().firstValue("Location"))
                    .hasValue(stand.path() + "/subscriptions/" + classic + "/registrationstatus");
        }
        assertRegistration(classic, "registered");
        assertThat(error(json(stand.get("/carts/" + id(cart))))).isZero();
        assertThat(stand.post("/orders", order(classic)).statusCode()).isEqualTo(201);
        stand.checkout(cart);
    }

    @Test
    void sellsAnAzurePlanWhicheverCycleIsNamed() throws Exception {
        var order =
                "{\"billingCycle\":\"annual\",\"lineItems\":[{\"lineItemNumber\":0,\"offerId\":\"%s\",\"quantity\":1}]}";
        var answer = stand.post("/orders", order.formatted(PLAN));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(json(answer).path("billingCycle").asString()).isEqualTo("monthly");
    }

    @Test
    void takesAnAzurePlanWithoutRegistration() throws Exception {
        var plan = stand.owned(PLAN);
        assertRegistration(plan, "registered");
        assertThat(stand.post("/subscriptions/" + plan + "/registrations", "").statusCode())
                .isEqualTo(202);
    }

    @Test
    void registersNothingButRunningAzureSubscriptionsOfItsOwn() throws Exception {
        var license = stand.owned("CFQ7TTC0LH18:0001");
        var classic = stand.owned(CLASSIC);
        assertError(stand.post("/subscriptions/" + license + "/registrations", ""), 400, 800011);
        assertError(stand.get("/subscriptions/" + license + "/registrationstatus"), 400, 800011);
        var present = stand.get("/subscriptions/" + classic).body();
        counter.patch(
                stand.person(),
                stand.path() + "/subscriptions/" + classic,
                present.replace("\"status\":\"active\"", "\"status\":\"suspended\""));
        assertError(stand.post("/subscriptions/" + classic + "/registrations", ""), 400, 800012);
        assertError(stand.post("/subscriptions/" + UUID.randomUUID() + "/registrations", ""), 404, 20003);
        assertError(stand.get("/subscriptions/" + UUID.randomUUID() + "/registrationstatus"), 404, 20003);

        var other = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
        assertError(counter.post(other, stand.path() + "/subscriptions/" + classic + "/registrations", ""), 404, 60003);
        assertError(counter.get(other, stand.path() + "/subscriptions/" + classic + "/registrationstatus"), 404, 60003);
        var helpdesk = callers.aPersonOf(stand.person().partnerId(), Role.HELPDESK_AGENT);
        assertThat(counter.post(helpdesk, stand.path() + "/subscriptions/" + classic + "/registrations", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(counter.get(helpdesk, stand.path() + "/subscriptions/" + classic + "/registrationstatus")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void asksTheStockForTheSubscription() throws Exception {
        var classic = stand.owned(CLASSIC);
        var plan = stand.owned(PLAN);
        assertThat(stock("DZH318Z0RVM1", classic)).contains("is not registered").contains("\"isRestricted\":true");
        stand.post("/subscriptions/" + classic + "/registrations", "");
        assertThat(stock("DZH318Z0RVM1", classic)).contains("\"isRestricted\":false");
        assertThat(stock("DZH318Z0RVA5", plan)).doesNotContain("\"isRestricted\":true");
        assertThat(stock("CFQ7TTC0LH18", UUID.randomUUID().toString())).doesNotContain("\"isRestricted\":true");
        assertEquals(
                Counter.golden("catalog/check-inventory-for-subscription.response.json", Map.of("classic", classic)),
                stock("DZH318Z0RVA5", classic),
                JSONCompareMode.STRICT);
        assertThat(stock("DZH318Z0RVA5", UUID.randomUUID().toString())).contains("has no Azure subscription");
        assertError(counter.post(stand.person(), STOCK, question("DZH318Z0RVA5", "no-id")), 400, 800002);
        assertError(
                counter.post(
                        stand.person(),
                        STOCK,
                        "{\"targetItems\":[{\"productId\":\"DZH318Z0RVA5\"}],\"inventoryContext\":{\"azureSubscriptionId\":\""
                                + plan + "\"}}"),
                400,
                800002);
    }

    private String stock(String product, String subscription) throws Exception {
        var answer = counter.post(stand.person(), STOCK, question(product, subscription));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private String question(String product, String subscription) {
        return "{\"targetItems\":[{\"productId\":\"%s\"}],\"inventoryContext\":{\"customerId\":\"%s\",\"azureSubscriptionId\":\"%s\",\"armRegionName\":\"japaneast\"}}"
                .formatted(product, stand.customer(), subscription);
    }

    private void assertRegistration(String subscription, String status) throws Exception {
        assertEquals(
                Counter.golden(
                        "subscriptions/registration-status.response.json",
                        Map.of("subscription", subscription, "status", status)),
                stand.get("/subscriptions/" + subscription + "/registrationstatus")
                        .body(),
                JSONCompareMode.STRICT);
    }

    private static String reservation(String anchor) {
        return "{\"catalogItemId\":\"DZH318Z0RVM1:0001\",\"quantity\":1,\"billingCycle\":\"one_time\",\"termDuration\":\"P1Y\",\"provisioningContext\":{\"scope\":\"single\",\"subscriptionId\":\"%s\"}}"
                .formatted(anchor);
    }

    private static String order(String anchor) {
        return "{\"billingCycle\":\"one_time\",\"lineItems\":["
                + reservation(anchor).replace("catalogItemId", "lineItemNumber\":0,\"offerId") + "]}";
    }
}
