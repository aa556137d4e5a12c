package oroshi.access.throttling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.OroshiTest;

/** Guessing at many accounts from one network ends after a few failures; other networks don't notice. */
@OroshiTest
class GuessingTest {
    private static final int FAILURES = 5; // see application-test.yaml
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Test
    @DisplayName(
            "After a few wrong secrets the network hears 429 and how long to wait, for whatever application it asks")
    void endsGuessesForTokens() throws Exception {
        for (var guess = 0; guess < FAILURES; guess++) {
            assertThat(askForToken("203.0.113.7").statusCode()).isIn(400, 401);
        }
        var answer = askForToken("203.0.113.7");
        assertThat(answer.statusCode()).isEqualTo(429);
        var seconds = answer.headers().firstValue("Retry-After").orElseThrow();
        assertThat(Integer.parseInt(seconds)).isBetween(1, 120);
        assertThat(answer.body()).contains("wait " + seconds + " seconds");
        assertThat(askForToken("203.0.113.8").statusCode()).isIn(400, 401);
    }

    @Test
    @DisplayName("After a few wrong passwords the sign-in page says so in the reader's language")
    void endsGuessesByPage() throws Exception {
        for (var guess = 0; guess < FAILURES; guess++) {
            assertThat(signIn("2001:db8:0:7::" + guess, "en").statusCode()).isEqualTo(422);
        }
        var english = signIn("2001:db8:0:7::a", "en");
        assertThat(english.statusCode()).isEqualTo(429);
        assertThat(english.headers().firstValue("Retry-After")).isPresent();
        assertThat(english.body()).contains("Too many sign-ins from your network have failed");
        assertThat(signIn("2001:db8:0:7::b", "ja").body()).contains("サインインの失敗が多すぎます");
        assertThat(signIn("2001:db8:0:8::a", "en").statusCode()).isEqualTo(422);
    }

    @Test
    @DisplayName("The sign-in page is the same page when its address has codes instead of letters")
    void knowsTheAddressHoweverItIsWritten() throws Exception {
        for (var guess = 0; guess < FAILURES; guess++) {
            assertThat(signIn("/%73ign-in", "198.51.100.1", "en").statusCode()).isEqualTo(422);
        }
        assertThat(signIn("/%73ign-in", "198.51.100.1", "en").statusCode()).isEqualTo(429);
    }

    @Test
    @DisplayName("This machine is not counted: behind a proxy that tells nothing everybody would be it")
    void leavesThisMachineAlone() throws Exception {
        for (var guess = 0; guess <= FAILURES; guess++) {
            assertThat(askForToken("127.0.0.1").statusCode()).isIn(400, 401);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            203.0.113.7,             cb007107
            2001:db8:0:7::1,         20010db800000007
            2001:db8:0:7:ffff::2,    20010db800000007
            127.0.0.1,
            ::1,
            a guess,                 ''
            """)
    void knowsWhereOneCustomerOfAProviderEnds(String address, String name) {
        assertThat(Network.of(address).map(Network::name).orElse(null)).isEqualTo(name);
    }

    private HttpResponse<String> askForToken(String from) throws Exception {
        return post(
                "/cedarridge.example/oauth2/v2.0/token",
                from,
                "en",
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", UUID.randomUUID().toString(),
                        "client_secret", "a guess",
                        "scope", "https://api.partnercenter.microsoft.com/.default"));
    }

    private HttpResponse<String> signIn(String from, String language) throws Exception {
        return signIn("/sign-in", from, language);
    }

    private HttpResponse<String> signIn(String path, String from, String language) throws Exception {
        var page = client.send(HttpRequest.newBuilder(at("/sign-in")).build(), BodyHandlers.ofString());
        var csrf = CSRF.matcher(page.body());
        assertThat(csrf.find()).isTrue();
        return post(
                path,
                from,
                language,
                Map.of(
                        "_csrf",
                        csrf.group(1),
                        "name",
                        "nobody@" + UUID.randomUUID() + ".example",
                        "password",
                        "a guess"));
    }

    private HttpResponse<String> post(String path, String from, String language, Map<String, String> form)
            throws IOException, InterruptedException {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html, application/json")
                .header("Accept-Language", language)
                .header("X-Forwarded-For", from)
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
