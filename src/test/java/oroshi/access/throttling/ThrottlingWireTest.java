package oroshi.access.throttling;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.OroshiTest;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.tokens.TestTokens;
import oroshi.basics.PartnerId;

/** What a client sees that calls too often. */
@OroshiTest
class ThrottlingWireTest {
    private static final int LIMIT = 200; // writes count twice, see application-test.yaml

    @Autowired
    private TestCallers callers;

    @Autowired
    private TestTokens tokens;

    @LocalServerPort
    private int port;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    @DisplayName("The limit's number of calls is answered, also at once; the next hears 429 and how long to wait")
    void turnsAway() throws Exception {
        var partner = callers.aPartner().partnerId();
        var token = token(partner);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var calls = IntStream.range(0, LIMIT + 10)
                    .mapToObj(call -> (Callable<Integer>) () -> ask(token).statusCode())
                    .toList();
            var answers = threads.invokeAll(calls);
            assertThat(answers.stream().filter(call -> call.resultNow() == 429).count())
                    .isEqualTo(10);
        }
        var answer = ask(token);
        assertThat(answer.statusCode()).isEqualTo(429);
        var seconds = answer.headers().firstValue("Retry-After").orElseThrow();
        assertThat(Integer.parseInt(seconds)).isBetween(1, 600);
        assertThat(answer.headers().map()).containsKeys("ms-requestid", "ms-correlationid", "ms-cv", "ms-serverid");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(answer.body())
                .isEqualTo("{\"statusCode\":429,\"message\":\"Too many requests - wait " + seconds + " seconds.\"}");
        assertThat(ask(token(partner)).statusCode())
                .as("another application of the same partner")
                .isEqualTo(403);
    }

    /** Of an application that nobody else uses. */
    private String token(PartnerId partner) {
        var person = callers.aPersonOf(partner, Role.SALES_AGENT);
        return tokens.make(
                partner, claims -> claims.claim("oid", person.userId().toString())
                        .claim("scp", "user_impersonation")
                        .claim("amr", List.of("pwd", "mfa"))
                        .claim("appid", UUID.randomUUID().toString()));
    }

    /** What a sales agent may not do: it costs the least. */
    private HttpResponse<String> ask(String token) throws Exception {
        var address = "http://localhost:" + port + "/v1/customers/" + UUID.randomUUID() + "/applicationconsents/"
                + UUID.randomUUID();
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .header("MS-RequestId", UUID.randomUUID().toString())
                .DELETE();
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
