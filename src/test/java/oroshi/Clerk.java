package oroshi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import oroshi.relationships.Wire;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who calls the API with a token; an empty one stands for nobody. */
public final class Clerk {
    private final HttpClient client = HttpClient.newHttpClient();
    private final String root;
    private final String token;

    public Clerk(int port, String token) {
        this.root = "http://localhost:" + port;
        this.token = token;
    }

    public HttpResponse<String> get(String path) {
        return call("GET", path, "");
    }

    public JsonNode read(String path) {
        var answer = get(path);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return json(answer);
    }

    /** As {@link #get} with one header more. */
    public HttpResponse<String> get(String path, String header, String value) {
        return send(request("GET", path, "").header(header, value));
    }

    /** Calls the operation; an empty body is none. */
    public HttpResponse<String> call(String method, String path, String body) {
        return send(request(method, path, body));
    }

    private HttpRequest.Builder request(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(root + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The customer of the golden request, under a domain that nobody else has. */
    public Served onboard(String golden, Map<String, String> places) {
        try {
            var all = new HashMap<>(places);
            all.putIfAbsent("domain", anyDomain());
            var made =
                    call("POST", "/oroshi/customers", Wire.golden(golden, all).toString());
            assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
            return settled(served(json(made), all.get("domain")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A customer with its first order and the subscription of it. */
    public record Served(
            String customer, String domain, String admin, String password, String order, String subscription) {}

    private static Served served(JsonNode made, String domain) {
        var order = made.path("orders").path(0);
        return new Served(
                made.at("/customer/id").asString(),
                domain,
                made.path("adminUserName").asString(),
                made.at("/customer/userCredentials/password").asString(),
                order.path("id").asString(),
                order.path("lines").path(0).path("subscriptionId").asString());
    }

    /** Waits until the order is set up, so that nothing changes any more by itself. */
    private Served settled(Served served) {
        var path = "/v1/customers/" + served.customer() + "/orders/" + served.order();
        for (var look = 0; look < 1000 && read(path).path("status").asString().equals("pending"); look++) {
            LockSupport.parkNanos(20_000_000);
        }
        return served;
    }

    public static String anyDomain() {
        return "d" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
