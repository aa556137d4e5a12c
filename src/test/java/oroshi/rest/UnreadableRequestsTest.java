package oroshi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.Clerk;
import oroshi.OroshiTest;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.database.WholeDatabase;

/** What can't be read is refused in the words of the contract, whoever finds it out, and before anything has happened. */
@OroshiTest
class UnreadableRequestsTest {
    @Autowired
    private TestCallers callers;

    @Autowired
    private WholeDatabase database;

    @LocalServerPort
    private int port;

    private Person person;
    private Clerk clerk;

    @BeforeEach
    void callInAPartner() {
        person = callers.aPersonOf(callers.aPartner().partnerId(), Role.values());
        clerk = new Clerk(port, callers.token(person));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/customers/a%00b",
                "/v1/customers/..%2F..%2Fetc",
                "/v1/customers/%5C",
                "/v1/customers/a%3Bb",
                "/v1/customers/%2500",
                "/v1/customers/%0D%0A"
            })
    @DisplayName("an address with signs that no address may have is refused with the published body and its ids")
    void refusesAnAddressThatTheServerOrTheFirewallKeepsOut(String address) {
        assertRefused(clerk.get(address), 800002);
    }

    @Test
    @DisplayName("an address that is too long to be read is refused with the published body and its ids")
    void refusesAnAddressThatIsTooLong() {
        assertRefused(clerk.get("/v1/customers?size=" + "1".repeat(20_000)), 800002);
    }

    @Test
    @DisplayName("a page keeps its own error, and so does a page that is asked with half a query")
    void leavesPagesTheirOwnErrors() {
        var nobody = new Clerk(port, "");
        assertThat(nobody.get("/customers/a%00b").headers().firstValue("Content-Type"))
                .get()
                .asString()
                .startsWith("text/html");
        assertThat(nobody.get("/sign-in?=x%40").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?=x%40", "?%00=1", "?%01%1F=1"})
    @DisplayName("a query with a part that is no parameter is refused")
    void refusesAQueryWithAPartThatIsNoParameter(String query) {
        assertRefused(clerk.get("/v1/customers" + query), 3000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "x", "bm90IHNlYWxlZCBieSBhbnlib2R5IGhlcmU"})
    @DisplayName("a continuation token that was never issued is refused, however short it is")
    void refusesATokenThatWasNeverIssued(String token) {
        assertRefused(clerk.get("/v1/customers?seekOperation=First", "MS-ContinuationToken", token), 3000);
    }

    @Test
    @DisplayName("an address to validate that no answer could repeat is refused")
    void refusesAnAddressLongerThanAnyAnswer() {
        var body =
                "{\"addressLine1\":\"%s\",\"city\":\"Olympia\",\"state\":\"WA\",\"postalCode\":\"98501\",\"country\":\"US\"}";
        assertRefused(clerk.call("POST", "/v1/validations/address", body.formatted("Kiln ".repeat(41))), 3000);
    }

    @Test
    @DisplayName("the link of a list repeats a query whose names no address could carry as they are")
    void repeatsAnyQueryInTheLinksOfAList() {
        var list = clerk.read("/v1/customers?%20%7B=a%26b");
        assertThat(list.at("/links/self/uri").asString()).isEqualTo("/customers?+%7B=a%26b");
    }

    @Test
    @DisplayName("a caller who does not take JSON is refused before the change that it asks for, not after it")
    void refusesAnExcludedAnswerBeforeTheChange() throws Exception {
        var before = database.rowsOf(person.partnerId());
        var sent = request("/v1/customers", "application/json").header("Accept", "application/xml;q=0.1, text/html");
        assertRefused(HttpClient.newHttpClient().send(sent.build(), BodyHandlers.ofString()), 406, 800042);
        assertThat(database.rowsOf(person.partnerId())).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "text/plain"})
    @DisplayName("a body of no certain type is refused like one of a wrong type")
    void refusesABodyOfNoCertainType(String type) throws Exception {
        var answer =
                HttpClient.newHttpClient().send(request("/v1/customers", type).build(), BodyHandlers.ofString());
        assertRefused(answer, 800002);
    }

    private HttpRequest.Builder request(String path, String type) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + callers.token(person))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("{}"));
    }

    private static void assertRefused(HttpResponse<String> answer, int code) {
        assertRefused(answer, 400, code);
    }

    private static void assertRefused(HttpResponse<String> answer, int status, int code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json;charset=utf-8");
        assertThat(answer.headers().map()).containsKeys("MS-RequestId", "MS-CorrelationId", "MS-CV", "MS-ServerId");
        assertThat(Clerk.json(answer).path("code").asInt()).as(answer.body()).isEqualTo(code);
    }
}
