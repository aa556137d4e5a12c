package oroshi.crash;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** Clients that add customers with agreement and order as fast as they can, until the server is gone. */
final class Load {
    private static final int CLIENTS = 6;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CUSTOMER = """
            {
              "country": "US", "companyName": "Crash Test %1$s", "domainPrefix": "crash%1$s", "culture": "en-US",
              "addressLine1": "1820 Blake Street", "city": "Denver", "state": "CO", "postalCode": "80202",
              "contact": {"firstName": "Maria", "lastName": "Delgado", "email": "maria@crash%1$s.example"},
              "agreement": {"mode": "accepted", "date": "2026-01-15"},
              "lines": [
                {"itemId": "BIZ-ESS", "quantity": 3, "billingCycle": "monthly"},
                {"itemId": "ENT-3", "quantity": 2, "billingCycle": "annual"}
              ]
            }
            """;

    private final Collection<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Collection<String> refused = new ConcurrentLinkedQueue<>();

    /** The ids of all customers whose addition was answered with success. */
    Collection<String> acknowledged() {
        return acknowledged;
    }

    /** Answers that were neither success nor the end of the server. */
    Collection<String> refused() {
        return refused;
    }

    /** Runs against the server until it dies. */
    void until(RunningOroshi server, Runnable death) {
        try (var client = HttpClient.newHttpClient();
                var threads = Executors.newFixedThreadPool(CLIENTS)) {
            var token = token(client, server);
            IntStream.range(0, CLIENTS).forEach(i -> threads.execute(() -> add(client, server, token)));
            death.run();
        }
    }

    private void add(HttpClient client, RunningOroshi server, String token) {
        while (!Thread.currentThread().isInterrupted()) {
            var name = UUID.randomUUID().toString().replace("-", "").substring(0, 16);
            var request = HttpRequest.newBuilder(address(server, "/oroshi/customers"))
                    .timeout(Duration.ofSeconds(20))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .header("MS-RequestId", UUID.randomUUID().toString())
                    .POST(BodyPublishers.ofString(CUSTOMER.formatted(name)))
                    .build();
            try {
                var response = client.send(request, BodyHandlers.ofString());
                note(response.statusCode(), response.body());
            } catch (IOException serverGone) {
                return;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void note(int status, String body) {
        if (status == 201) {
            acknowledged.add(JSON.readTree(body).at("/customer/id").asString());
        } else if (status != 503 && status != 500) {
            // While the database dies under it, the application may only say that it can't answer.
            refused.add(status + " " + body);
        }
    }

    private static String token(HttpClient client, RunningOroshi server) {
        var form = Map.of(
                "grant_type", "password",
                "client_id", "00000000-0000-4000-8000-000004390202",
                "client_secret", "oroshi-demo-secret-for-everyone",
                "username", "ben.cole@cedarridge.example",
                "password", "oroshi wholesale",
                "scope", "https://api.partnercenter.microsoft.com/.default");
        var request = HttpRequest.newBuilder(address(server, "/cedarridge.example/oauth2/v2.0/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))))
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            return JSON.readTree(answer.body()).at("/access_token").asString();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException("No token", failed);
        }
    }

    private static URI address(RunningOroshi server, String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
