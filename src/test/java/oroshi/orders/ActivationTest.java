package oroshi.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skyscreamer.jsonassert.JSONAssert.assertEquals;
import static oroshi.orders.Stand.assertError;
import static oroshi.orders.Stand.id;
import static oroshi.orders.Stand.json;
import static oroshi.orders.Stand.subscriptionOf;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.skyscreamer.jsonassert.JSONCompareMode;
import org.springframework.beans.factory.annotation.Autowired;
import oroshi.OroshiTest;
import oroshi.Together;
import oroshi.access.TestCallers.Person;
import oroshi.basics.PartnerType;
import oroshi.basics.SubscriptionId;
import oroshi.clock.Clocks;
import oroshi.database.PartnerScope;
import oroshi.subscriptions.ChargeFact;
import oroshi.subscriptions.ChargeReason;
import oroshi.subscriptions.Subscriptions;
import tools.jackson.databind.JsonNode;

/** What others publish waits for its customer, and runs from the moment it is activated. */
@OroshiTest
class ActivationTest {
    private static final String NOBODYS = "0a4b3a8e-6d1c-4b7a-9a3c-1e2f3a4b5c6d";

    @Autowired
    private Counter counter;

    @Autowired
    private Fulfilment fulfilment;

    @Autowired
    private Subscriptions subscriptions;

    @Autowired
    private Clocks clocks;

    @Test
    void leadsTheCustomerToThePlaceOfActivation() throws Exception {
        var stand = stand(counter.partner(PartnerType.DIRECT_BILL, Shop.EXAMPLES));
        var order = bought(stand, "ISV-KINTAI");
        var subscription = subscriptionOf(order);
        var ofOrder = stand.path() + "/orders/" + id(order);
        for (var self : List.of(
                ofOrder + "/activationlinks",
                ofOrder + "/lineitems/0/activationlinks",
                stand.path() + "/subscriptions/" + subscription + "/activationlinks")) {
            var answer = counter.get(stand.person(), self);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            var address = json(answer).at("/items/0/link/uri").asString();
            assertThat(URI.create(address))
                    .hasScheme("http")
                    .hasPath("/customer-portal/activations/" + stand.person().partnerId() + "/" + subscription);
            assertEquals(
                    Counter.golden("orders/activation-links.response.json", Map.of("address", address, "self", self)),
                    answer.body(),
                    JSONCompareMode.STRICT);
        }
        assertError(stand.get("/orders/" + id(order) + "/lineitems/1/activationlinks"), 400, 800071);
        assertError(stand.get("/orders/0123456789ab/activationlinks"), 404, 20000);
        assertError(stand.get("/orders/0123456789ab/lineitems/0/activationlinks"), 404, 20000);
        assertError(stand.get("/subscriptions/" + NOBODYS + "/activationlinks"), 404, 20003);
    }

    @Test
    void leadsNowhereForWhatNeedsNoActivation() throws Exception {
        var stand = stand(counter.partner(PartnerType.DIRECT_BILL, Shop.EXAMPLES));
        var order = bought(stand, "ENT-3");
        assertThat(json(stand.get("/orders/" + id(order) + "/activationlinks"))
                        .path("totalCount")
                        .asInt())
                .isZero();
    }

    @Test
    void chargesFromTheActivationOn() throws Exception {
        var stand = stand(counter.sandbox(Shop.EXAMPLES));
        var subscription = subscriptionOf(bought(stand, "ISV-KINTAI"));
        assertThat(facts(stand, subscription)).isEmpty();
        clocks.stopAt(stand.person().partnerId(), Shop.EXAMPLES.plus(Duration.ofDays(3)));
        var answer = stand.post("/subscriptions/" + subscription + "/activate", "null");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertEquals(
                Counter.golden(
                        "subscriptions/activate-subscription.response.json", Map.of("subscription", subscription)),
                answer.body(),
                JSONCompareMode.STRICT);
        assertThat(json(stand.get("/subscriptions/" + subscription))
                        .path("status")
                        .asString())
                .isEqualTo("active");
        assertThat(facts(stand, subscription)).singleElement().satisfies(fact -> {
            assertThat(fact.reason()).isEqualTo(ChargeReason.NEW);
            assertThat(fact.from()).isEqualTo(LocalDate.parse("2019-04-27"));
        });
        assertError(stand.post("/subscriptions/" + subscription + "/activate", ""), 400, 800041);
        assertError(stand.post("/subscriptions/" + NOBODYS + "/activate", ""), 404, 20003);
    }

    @Test
    void isActivatedOnceByManyAtOnce() throws Exception {
        var stand = stand(counter.sandbox(Shop.EXAMPLES));
        var subscription = subscriptionOf(bought(stand, "ISV-KINTAI"));
        var answers = Together.run(6, () -> stand.post("/subscriptions/" + subscription + "/activate", ""));
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnlyOnce(200);
        assertThat(facts(stand, subscription)).hasSize(1);
    }

    @Test
    void leavesTheActivationToTheCustomerInProduction() throws Exception {
        var stand = stand(counter.partner(PartnerType.DIRECT_BILL, Shop.EXAMPLES));
        var subscription = subscriptionOf(bought(stand, "ISV-KINTAI"));
        assertError(stand.post("/subscriptions/" + subscription + "/activate", ""), 400, 900127);
    }

    private Stand stand(Person person) {
        return new Stand(counter, person, counter.customer(person));
    }

    private JsonNode bought(Stand stand, String item) throws Exception {
        var answer = stand.post(
                "/orders",
                "{\"billingCycle\":\"monthly\",\"lineItems\":[{\"lineItemNumber\":0,\"offerId\":\"%s\",\"quantity\":2}]}"
                        .formatted(item));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var partnerId = stand.person().partnerId();
        PartnerScope.call(partnerId, () -> fulfilment.runDue(partnerId));
        return stand.completed(id(json(answer)));
    }

    private List<ChargeFact> facts(Stand stand, String subscription) {
        var partnerId = stand.person().partnerId();
        return PartnerScope.call(
                partnerId, () -> subscriptions.charges(partnerId, new SubscriptionId(UUID.fromString(subscription))));
    }
}
