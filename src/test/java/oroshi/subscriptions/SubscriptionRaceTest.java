package oroshi.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import oroshi.OroshiTest;
import oroshi.Together;
import oroshi.access.TestCallers.Person;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.catalog.BillingCycle;
import oroshi.clock.Clocks;
import oroshi.database.PartnerScope;
import oroshi.orders.Counter;
import oroshi.orders.NewOrderLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Many who change one subscription at the same moment. */
@OroshiTest
class SubscriptionRaceTest {
    private static final int CLIENTS = 20;
    private static final Instant BOUGHT = Instant.parse("2025-02-11T09:00:00Z");

    @Autowired
    private Counter counter;

    @Autowired
    private Subscriptions subscriptions;

    @Autowired
    private Clocks clocks;

    private Person person;
    private CustomerId customer;
    private Subscription sold;

    @BeforeEach
    void sell() {
        person = counter.partner(PartnerType.DIRECT_BILL, BOUGHT);
        customer = counter.customer(person);
        sold = counter.sold(person, customer, NewOrderLine.of("ENT-3", 10, BillingCycle.MONTHLY));
    }

    @Test
    @DisplayName("of 20 clients that change one subscription without looking, each is heard, one after the other")
    void hearsEach() throws Exception {
        var answers = Together.run(
                CLIENTS,
                client -> patch(
                        client % 2 == 0
                                ? "{\"quantity\":" + (20 + client) + "}"
                                : "{\"friendlyName\":\"Kiln Street " + client + "\"}",
                        ""));

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200));
        assertThat(answers.stream()
                        .map(answer -> json(answer).at("/attributes/etag").asString())
                        .distinct())
                .as("a version for each")
                .hasSize(CLIENTS);
        var left = present();
        assertThat(left.path("quantity").asInt()).isGreaterThanOrEqualTo(20);
        assertThat(left.path("friendlyName").asString()).startsWith("Kiln Street ");
        assertThat(licensesOfTheFacts()).isEqualTo(left.path("quantity").asInt());
    }

    @Test
    @DisplayName("20 clients that each add a license to what they have seen make 20 more: the slower looks again")
    void losesNoLicense() throws Exception {
        var refused = Together.run(CLIENTS, client -> {
            for (var look = 0; ; look++) {
                var seen = present();
                var answer = patch(
                        "{\"quantity\":" + (seen.path("quantity").asInt() + 1) + "}",
                        seen.at("/attributes/etag").asString());
                if (answer.statusCode() == 200) {
                    return look;
                }
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(412);
            }
        });

        assertThat(present().path("quantity").asInt()).isEqualTo(10 + CLIENTS);
        assertThat(licensesOfTheFacts()).isEqualTo(10 + CLIENTS);
        assertThat(refused.stream().mapToInt(Integer::intValue).sum())
                .as("how often somebody was faster")
                .isPositive();
    }

    @Test
    @DisplayName("what a client changes and what the charges of the months write do not meet in a refusal")
    void livesBesideTheCharges() throws Exception {
        for (var month = 3; month <= 12; month++) {
            clocks.stopAt(person.partnerId(), Instant.parse("2025-%02d-11T09:00:00Z".formatted(month)));
            var answers =
                    Together.run(CLIENTS, client -> patch("{\"friendlyName\":\"Kiln Street " + client + "\"}", ""));
            assertThat(answers)
                    .allSatisfy(answer ->
                            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200));
        }
    }

    private HttpResponse<String> patch(String body, String version) throws Exception {
        var request = counter.request(person, path()).method("PATCH", BodyPublishers.ofString(body));
        if (!version.isEmpty()) {
            request.header("If-Match", version);
        }
        return counter.send(request);
    }

    private JsonNode present() throws Exception {
        return json(counter.get(person, path()));
    }

    private String path() {
        return "/customers/" + customer + "/subscriptions/" + sold.id();
    }

    /** What was added and given back, of the cycle that runs. */
    private int licensesOfTheFacts() {
        return PartnerScope.call(person.partnerId(), () -> subscriptions.charges(person.partnerId(), sold.id()).stream()
                .mapToInt(ChargeFact::quantity)
                .sum());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
