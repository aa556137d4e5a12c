package oroshi.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skyscreamer.jsonassert.JSONAssert.assertEquals;
import static oroshi.orders.Stand.assertError;
import static oroshi.orders.Stand.id;
import static oroshi.orders.Stand.json;
import static oroshi.orders.Stand.subscriptionOf;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skyscreamer.jsonassert.JSONCompareMode;
import org.springframework.beans.factory.annotation.Autowired;
import oroshi.OroshiTest;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.basics.PartnerType;
import oroshi.clock.Clocks;
import oroshi.database.PartnerScope;
import tools.jackson.databind.JsonNode;

/** What customers may use: Azure subscriptions below plans, software, reservations, licenses, and what goes beyond them. */
@OroshiTest
class EntitlementTest {
    private static final String PLAN = "DZH318Z0BPS6:0001";
    private static final String PHONE = "CFQ7TTC0LH0T:0001";
    private static final String NOBODYS = "0a4b3a8e-6d1c-4b7a-9a3c-1e2f3a4b5c6d";
    private static final String COMPROMISE = "{\"cancellationReason\":\"compromise\"}";

    @Autowired
    private Counter counter;

    @Autowired
    private TestCallers callers;

    @Autowired
    private Clocks clocks;

    @Autowired
    private Fulfilment fulfilment;

    private Stand stand;

    @BeforeEach
    void aSellerWithACustomer() {
        stand = stand(counter.partner(PartnerType.DIRECT_BILL, Shop.LATER));
    }

    @Test
    void shutsAnAzureSubscriptionDownAndBringsItBack() throws Exception {
        var plan = stand.owned(PLAN);
        var below = "/subscriptions/" + plan + "/azureEntitlements";
        var places = Map.of("customer", stand.customer().toString(), "plan", plan);
        assertSame("subscriptions/azure-entitlements", places, stand.get(below).body());
        var admin = stand(callers.aPersonOf(stand.person().partnerId(), Role.GLOBAL_ADMIN, Role.ADMIN_AGENT));
        assertSame(
                "subscriptions/cancel-azure-entitlement",
                places,
                admin.post(below + "/" + plan + "/cancel", COMPROMISE).body());
        assertError(admin.post(below + "/" + plan + "/reactivate", "null"), 400, 900337);
        clocks.stopAt(stand.person().partnerId(), Shop.LATER.plus(Duration.ofMinutes(11)));
        assertThat(json(stand.get(below + "/" + plan)).path("status").asString())
                .isEqualTo("inactive");
        var back = admin.post(below + "/" + plan + "/reactivate", "");
        assertThat(back.statusCode()).as(back.body()).isEqualTo(202);
        assertThat(back.body()).isEmpty();
        assertThat(json(stand.get(below + "/" + plan)).path("status").asString())
                .isEqualTo("active");
        assertError(admin.post(below + "/" + plan + "/reactivate", ""), 400, 900337);
    }

    @Test
    void refusesWhatCannotBeShutDown() throws Exception {
        var plan = stand.owned(PLAN);
        var license = stand.owned("CFQ7TTC0LH18:0001");
        var one = "/subscriptions/" + plan + "/azureEntitlements/";
        var admin = stand(callers.aPersonOf(stand.person().partnerId(), Role.GLOBAL_ADMIN, Role.ADMIN_AGENT));
        assertError(admin.post(one + plan + "/cancel", "{\"cancellationReason\":\"dear\"}"), 400, 900307);
        assertError(admin.post(one + plan + "/cancel", "{}"), 400, 900307);
        assertError(admin.post(one + NOBODYS + "/cancel", COMPROMISE), 404, 800111);
        assertError(admin.post(one + NOBODYS + "/reactivate", ""), 404, 800111);
        assertError(stand.get(one + NOBODYS), 404, 800111);
        assertError(stand.get("/subscriptions/" + NOBODYS + "/azureEntitlements"), 404, 20003);
        assertThat(json(stand.get("/subscriptions/" + license + "/azureEntitlements"))
                        .path("totalCount")
                        .asInt())
                .isZero();
        var half = stand(callers.aPersonOf(stand.person().partnerId(), Role.ADMIN_AGENT));
        assertError(half.post(one + plan + "/cancel", COMPROMISE), 403, 900150);
        assertError(half.post(one + plan + "/reactivate", ""), 403, 900335);
    }

    @Test
    void listsSoftwareAndReservations() throws Exception {
        var software = ordered("one_time", "DG7GMGF0D5RK:0002", "", "");
        var plan = stand.owned(PLAN);
        var reserved = ordered(
                "one_time",
                "DZH318Z0RVA5:0001",
                "P1Y",
                ",\"provisioningContext\":{\"scope\":\"shared\",\"subscriptionId\":\"" + plan + "\"}");
        var places = new HashMap<>(Map.of("customer", stand.customer().toString()));
        places.put("software", id(software));
        places.put("reserved", id(reserved));
        places.put("reservation", subscriptionOf(reserved));
        assertSame(
                "orders/entitlements",
                places,
                stand.get("/entitlements?showExpiry=true").body());
        assertThat(json(stand.get("/entitlements?entitlementType=Software"))
                        .at("/items/0/productId")
                        .asString())
                .isEqualTo("DG7GMGF0D5RK");
        var old = json(stand.get("/entitlements?entitlementType=VirtualMachineReservedInstance"));
        assertThat(old.path("totalCount").asInt()).isEqualTo(1);
        var link = old.at("/items/0/entitledArtifacts/0/link/uri").asString();
        assertThat(json(counter.get(stand.person(), link)).path("virtualMachineReservations"))
                .hasSize(1);
        var artifact = link.replace("virtualmachinereservedinstance", "reservedinstance");
        assertSame(
                "orders/reservation-artifact",
                places,
                counter.get(stand.person(), artifact).body());
        assertError(counter.get(stand.person(), artifact.replace(id(reserved), "0123456789ab")), 404, 1000);
        assertThat(json(stand.get("/entitlements?entitlementType=nothing"))
                        .path("totalCount")
                        .asInt())
                .isZero();
    }

    @Test
    void saysWhetherLicensesHaveArrived() throws Exception {
        var license = stand.owned("CFQ7TTC0LH18:0001");
        var status = stand.get("/subscriptions/" + license + "/provisioningstatus");
        assertThat(status.statusCode()).as(status.body()).isEqualTo(200);
        assertSame(
                "subscriptions/provisioning-status",
                Map.of("sku", json(status).path("skuId").asString()),
                status.body());
        assertError(stand.get("/subscriptions/" + stand.owned(PLAN) + "/provisioningstatus"), 404, 800007);
        assertError(stand.get("/subscriptions/" + NOBODYS + "/provisioningstatus"), 404, 20003);
    }

    @Test
    void chargesCallsAtAnAzureSubscription() throws Exception {
        var plan = stand.owned(PLAN);
        var path = "/subscriptions/overage";
        assertThat(json(stand.get(path)).path("totalCount").asInt()).isZero();
        assertError(stand.put(path, overage(plan, true, "")), 403, 800114);
        stand.owned("CFQ7TTC0LH18:0001");
        stand.owned(PHONE);
        var places = Map.of("customer", stand.customer().toString(), "plan", plan);
        var answer = stand.put(path, overage(plan, true, ""));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertSame("subscriptions/update-overage", places, answer.body());
        assertSame("subscriptions/overage", places, stand.get(path).body());
        assertError(stand.put(path, overage(NOBODYS, true, "")), 404, 800111);
        assertError(stand.put(path, overage(plan, true, ",\"partnerId\":\"7104988\"")), 403, 800114);
        assertError(stand.put(path, "{}"), 400, 800002);
        assertThat(json(stand.put(path, overage(plan, false, "")))
                        .path("overageEnabled")
                        .asBoolean(true))
                .isFalse();
        assertThat(json(stand.get(path)).path("totalCount").asInt()).isZero();
        stand.owned("MS-AZR-0145P");
        assertError(stand.put(path, overage(plan, true, "")), 403, 800112);
    }

    @Test
    void chargesCallsThroughOnePartnerOfTheCustomerAtATime() throws Exception {
        var path = "/subscriptions/overage";
        var plan = stand.owned(PLAN);
        stand.owned("CFQ7TTC0LH18:0001");
        stand.owned(PHONE);
        var second = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
        counter.add(second.partnerId(), stand.customer(), Optional.empty());
        PartnerScope.run(second.partnerId(), () -> counter.attest(second.partnerId(), stand.customer()));
        var other = new Stand(counter, second, stand.customer());
        var itsPlan = other.owned(PLAN);
        other.owned("CFQ7TTC0LH18:0001");
        other.owned(PHONE);
        assertThat(stand.put(path, overage(plan, true, "")).statusCode()).isEqualTo(200);
        assertError(other.put(path, overage(itsPlan, true, "")), 403, 800115);
        assertError(other.put(path, overage(itsPlan, false, "")), 403, 800115);
        assertThat(json(other.get(path)).path("totalCount").asInt()).isZero();
        assertThat(stand.put(path, overage(plan, false, "")).statusCode()).isEqualTo(200);
        assertThat(other.put(path, overage(itsPlan, true, "")).statusCode()).isEqualTo(200);
        assertError(stand.put(path, overage(plan, true, "")), 403, 800115);
    }

    @Test
    void knowsNoResellerThatDoesNotExist() throws Exception {
        stand = stand(counter.partner(PartnerType.INDIRECT_PROVIDER, Shop.LATER));
        var plan = stand.owned(PLAN);
        stand.owned("CFQ7TTC0LH18:0001");
        stand.owned(PHONE);
        assertError(stand.put("/subscriptions/overage", overage(plan, true, ",\"partnerId\":\"1\"")), 404, 800015);
    }

    private static String overage(String entitlement, boolean enabled, String more) {
        return "{\"azureEntitlementId\":\"%s\",\"overageEnabled\":%s%s}".formatted(entitlement, enabled, more);
    }

    private Stand stand(Person person) {
        var customer = stand != null && stand.person().partnerId().equals(person.partnerId())
                ? stand.customer()
                : counter.customer(person);
        return new Stand(counter, person, customer);
    }

    private JsonNode ordered(String cycle, String item, String term, String more) throws Exception {
        var answer = stand.post(
                "/orders",
                "{\"billingCycle\":\"%s\",\"lineItems\":[{\"lineItemNumber\":0,\"offerId\":\"%s\",\"termDuration\":\"%s\",\"quantity\":2%s}]}"
                        .formatted(cycle, item, term, more));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var partnerId = stand.person().partnerId();
        PartnerScope.call(partnerId, () -> fulfilment.runDue(partnerId));
        return stand.completed(id(json(answer)));
    }

    private static void assertSame(String file, Map<String, String> places, String body) throws Exception {
        assertEquals(Counter.golden(file + ".response.json", places), body, JSONCompareMode.STRICT);
    }
}
