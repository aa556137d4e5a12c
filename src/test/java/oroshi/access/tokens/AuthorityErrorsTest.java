package oroshi.access.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.OroshiTest;
import oroshi.access.TestCallers;
import tools.jackson.databind.json.JsonMapper;

/** Clients of the authority hear what is wrong as OAuth has it; a page would tell them nothing. */
@OroshiTest
class AuthorityErrorsTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @Autowired
    private TestCallers callers;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource(textBlock = """
                    /nobody.example/.well-known/openid-configuration,                 90002
                    /nobody.example/v2.0/.well-known/openid-configuration,            90002
                    /common/discovery/instance,                                       50049
                    /common/discovery/instance?authorization_endpoint=https://localhost, 50049
                    /common/discovery/instance?authorization_endpoint=x,              50049
                    /common/discovery/instance?=x%40,                                 900144
                    """)
    @DisplayName("an unknown tenant, a foreign authority and half a query are refused with the authority's error body")
    void refusesWhatCannotBeRead(String address, int number) throws Exception {
        var answer = client.send(request(address).header("Accept", "x").build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(number(answer)).as(answer.body()).isEqualTo(number);
    }

    @Test
    @DisplayName("a device that begins with another body than a form is refused with the authority's error body")
    void refusesABodyThatIsNoForm() throws Exception {
        var sent = request("/common/oauth2/v2.0/devicecode")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("client_id=x"));
        var answer = client.send(sent.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_request");
    }

    @ParameterizedTest
    @CsvSource({"'',grant_type=client_credentials", "v2.0/,grant_type=device_code&client_assertion_type=x"})
    @DisplayName("a bearer token proves nothing to the token endpoint, a good one as little as a bad one")
    void takesNoBearerTokenForAnApplication(String version, String form) throws Exception {
        for (var token : new String[] {callers.token(callers.aPartner()), "nonsense"}) {
            var sent = request("/common/oauth2/" + version + "token")
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form));
            var answer = client.send(sent.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
            assertThat(answer.body()).contains("invalid_client");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"&%01%1F=1", "&=http%3A%2F%2F"})
    @DisplayName("a form that the firewall keeps out, or with a part that is no parameter, is refused in OAuth's words")
    void refusesWhatTheFirewallKeepsOut(String part) throws Exception {
        var sent = request("/common/oauth2/v2.0/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=password" + part));
        var answer = client.send(sent.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_request");
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + address));
    }

    private static int number(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body()).at("/error_codes/0").asInt();
    }
}
