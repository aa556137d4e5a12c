package oroshi.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import oroshi.access.TestCallers.Person;
import oroshi.basics.CustomerId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A seller with a customer. */
record Stand(Counter counter, Person person, CustomerId customer) {
    String path() {
        return "/customers/" + customer;
    }

    HttpResponse<String> get(String rest) throws Exception {
        return counter.get(person, path() + rest);
    }

    HttpResponse<String> post(String rest, String body) throws Exception {
        return counter.post(person, path() + rest, body);
    }

    HttpResponse<String> put(String rest, String body) throws Exception {
        return counter.put(person, path() + rest, body);
    }

    JsonNode cart(String lines) throws Exception {
        var answer = post("/carts", "{\"lineItems\":[" + lines + "]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer);
    }

    HttpResponse<String> checkout(JsonNode cart) throws Exception {
        var answer = post("/carts/" + id(cart) + "/checkout", "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    JsonNode completed(String order) throws Exception {
        var deadline = Instant.now().plusSeconds(20);
        var seen = json(get("/orders/" + order));
        while (!seen.path("status").asString().equals("completed")
                && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(20_000_000);
            seen = json(get("/orders/" + order));
        }
        assertThat(seen.path("status").asString()).isEqualTo("completed");
        return seen;
    }

    /** The subscription once its term ends on the day. */
    JsonNode renewed(String id, String lastDay) throws Exception {
        var seen = json(get("/subscriptions/" + id));
        for (var look = 0;
                look < 750 && !seen.path("commitmentEndDate").asString().equals(lastDay);
                look++) {
            LockSupport.parkNanos(20_000_000);
            seen = json(get("/subscriptions/" + id));
        }
        assertThat(seen.path("commitmentEndDate").asString()).isEqualTo(lastDay);
        return seen;
    }

    /** The id of a subscription to one unit that is set up at once. */
    String owned(String item) {
        return counter.sold(person, customer, NewOrderLine.anyOf(item)).id().toString();
    }

    /** The id of the subscription to one unit. */
    String bought(String item, String cycle) throws Exception {
        var answer = post(
                "/orders",
                "{\"billingCycle\":\"%s\",\"lineItems\":[{\"lineItemNumber\":0,\"offerId\":\"%s\",\"quantity\":1}]}"
                        .formatted(cycle, item));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return subscriptionOf(completed(id(json(answer))));
    }

    static String reservation(String context) {
        return "{\"catalogItemId\":\"DZH318Z0RVA5:0001\",\"quantity\":2,\"billingCycle\":\"one_time\",\"termDuration\":\"P1Y\",\"provisioningContext\":{"
                + context + "}}";
    }

    void refusesContext(String context, int onLine, int ordered) throws Exception {
        assertThat(error(cart(reservation(context)))).as(context).isEqualTo(onLine);
        var order =
                "{\"billingCycle\":\"one_time\",\"lineItems\":[{\"lineItemNumber\":0,\"offerId\":\"DZH318Z0RVA5:0001\",\"termDuration\":\"P1Y\",\"quantity\":2,\"provisioningContext\":{"
                        + context + "}}]}";
        assertError(post("/orders", order), 400, ordered);
    }

    Map<String, String> places(JsonNode cart) {
        return new HashMap<>(
                Map.of("customer", customer.toString(), "user", person.userId().toString(), "cart", id(cart)));
    }

    static String id(JsonNode resource) {
        return resource.path("id").asString();
    }

    static int error(JsonNode cart) {
        return cart.path("lineItems").path(0).path("error").path("errorCode").asInt();
    }

    static String subscriptionOf(JsonNode order) {
        return order.path("lineItems").path(0).path("subscriptionId").asString();
    }

    static void assertError(HttpResponse<String> answer, int status, int code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).path("code").asInt()).as(answer.body()).isEqualTo(code);
    }

    static JsonNode json(HttpResponse<String> answer) {
        return json(answer.body());
    }

    static JsonNode json(String body) {
        return JsonMapper.shared().readTree(body);
    }
}
