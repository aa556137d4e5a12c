package oroshi.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import oroshi.access.Browserless;
import oroshi.access.TestCallers.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How each library comes by its tokens. */
final class ClientSignIn {
    static final String PASSWORD = "a password for libraries";
    static final UUID COMMAND_LINE = UUID.fromString("04b07795-8ddb-461a-bbee-02f9e1bf7b46");
    private static final String COMMERCE = "https://api.partnercenter.microsoft.com";

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final String domain;
    private final List<String> application;
    private final Person person;

    /** @param domain the partner's, which stands in the address of the authority */
    ClientSignIn(int port, String domain, UUID application, String secret, Person person) {
        this.port = port;
        this.domain = domain;
        this.application = List.of("client_id=" + application, "client_secret=" + secret);
        this.person = person;
    }

    /** A token of the application alone, as the two SDKs and the Node client ask for it. */
    String ofApplication(ClientKind kind) {
        if (kind == ClientKind.JAVA) {
            var asked = "?api-version=1.1&authorization_endpoint="
                    + StockClient.encoded("https://login.microsoftonline.com/" + domain + "/oauth2/v2.0/authorize");
            assertThat(json("GET", "/common/discovery/instance" + asked, "").has("metadata"))
                    .isTrue();
        }
        var scope = kind == ClientKind.NODE ? COMMERCE : "https://graph.windows.net";
        return token(
                "grant_type=client_credentials",
                "client_info=1",
                "scope=openid profile offline_access " + scope + "/.default");
    }

    /** A token of the application with the person behind it. */
    String ofPerson(ClientKind kind) {
        return switch (kind) {
            case JAVA, DOTNET ->
                text(
                        json(
                                "POST",
                                "/" + domain + "/oauth2/token",
                                form(application, password("resource=" + COMMERCE))),
                        "access_token");
            case NODE -> refreshed();
            case POWERSHELL -> withDeviceCode();
        };
    }

    private String[] password(String audience) {
        return new String[] {"grant_type=password", audience, "username=" + person.signInName(), "password=" + PASSWORD
        };
    }

    /** The Node client redeems its refresh token without a redirect address, and looks when the token expires. */
    private String refreshed() {
        var scope = "scope=" + COMMERCE + "/.default offline_access";
        var first = json("POST", "/" + domain + "/oauth2/v2.0/token", form(application, password(scope)));
        var token = token("grant_type=refresh_token", "refresh_token=" + text(first, "refresh_token"), scope);
        assertThat((Date) claims(token).get("exp")).isInTheFuture();
        return token;
    }

    /** The module shows a code that the person types at a browser. */
    private String withDeviceCode() {
        var client = List.of("client_id=" + COMMAND_LINE);
        var scope = "scope=" + COMMERCE + "/user_impersonation openid profile offline_access";
        var begun = json("POST", "/organizations/oauth2/v2.0/devicecode", form(client, scope));
        var browser = new Browserless(port);
        browser.fill("/sign-in", Map.of("name", person.signInName(), "password", PASSWORD));
        var code = text(begun, "user_code");
        browser.fill("/devicelogin", Map.of("code", code));
        browser.post("/devicelogin/answer", Map.of("code", code, "answer", "accept"));
        var grant = "grant_type=urn:ietf:params:oauth:grant-type:device_code";
        var tokens = json(
                "POST",
                "/organizations/oauth2/v2.0/token",
                form(client, grant, "device_code=" + text(begun, "device_code")));
        var token = text(tokens, "access_token");
        assertThat(claims(token)).as("the module looks for mfa in it").containsKey("amr");
        return token;
    }

    private String token(String... fields) {
        return text(json("POST", "/" + domain + "/oauth2/v2.0/token", form(application, fields)), "access_token");
    }

    private static Map<String, Object> claims(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet().getClaims();
        } catch (java.text.ParseException noToken) {
            throw new AssertionError(token, noToken);
        }
    }

    private static String text(JsonNode answer, String name) {
        assertThat(answer.has(name)).as(answer.toString()).isTrue();
        return answer.path(name).asString();
    }

    private static String form(List<String> client, String... fields) {
        var all = new ArrayList<>(client);
        all.addAll(Arrays.asList(fields));
        return all.stream()
                .map(field -> field.split("=", 2))
                .map(field -> field[0] + "=" + StockClient.encoded(field[1]))
                .collect(Collectors.joining("&"));
    }

    private JsonNode json(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .build();
        try {
            return JsonMapper.shared()
                    .readTree(http.send(request, BodyHandlers.ofString()).body());
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
