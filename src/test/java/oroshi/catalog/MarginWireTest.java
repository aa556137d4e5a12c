package oroshi.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.Clerk;
import oroshi.OroshiTest;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What publishers granted, noted by the operator and read by the partner. */
@OroshiTest
class MarginWireTest {
    private static final Path GOLDEN = Path.of("src/test/resources/oroshi/catalog");
    private static final String ID = "7be0c2d14a55_5a1f6c3e-7a0e-4f0b-bb4d-30f1e3c2a9d8";
    private static final String OWN_PRICES = "8cf1d3e25b66_own-prices";

    @Autowired
    private TestCallers callers;

    @LocalServerPort
    private int port;

    private Clerk operator;
    private Person person;
    private Clerk clerk;

    @BeforeEach
    void meet() {
        operator = new Clerk(port, "a key that only the operator of tests knows");
        person = callers.aPartner();
        clerk = new Clerk(port, callers.token(person));
    }

    @Test
    @DisplayName("a partner reads its margins and nobody else's")
    void listsMargins() {
        assertThat(clerk.read("/v1/margins")).isEqualTo(JsonMapper.shared().readTree("""
                {"pageSize":0,"totalSize":0,"results":[]}"""));
        grant(ID, text("grant-margin.request.json"));
        grant(OWN_PRICES, golden("list-margins").path("results").path(1).toString());

        assertThat(clerk.read("/v1/margins").toString())
                .isEqualTo(golden("list-margins").toString());
        assertThat(new Clerk(port, callers.token(callers.aPartner()))
                        .read("/v1/margins")
                        .path("totalSize")
                        .asInt())
                .isZero();
    }

    @Test
    @DisplayName("the file has 24 quoted columns and no header, and only what holds in the country")
    void downloadsMargins() {
        grant(ID, text("grant-margin.request.json"));
        grant(OWN_PRICES, golden("list-margins").path("results").path(1).toString());

        var answer = clerk.get("/v1/margins/download?country=gb");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(answer.body()).isEqualTo("""
                "7be0c2d14a55_5a1f6c3e-7a0e-4f0b-bb4d-30f1e3c2a9d8","GB","Percentage","Coldharbour Analytics",\
                "DZH318Z0QK72","Coldharbour Insights","0001","Standard","SaaS","","","12.5","","","","","","","","",\
                "1/15/2024 12:00:00 AM","12/31/2024 11:59:59 PM","live","1/15/2024 9:30:00 AM"
                "8cf1d3e25b66_own-prices","GB","CustomPrice","Coldharbour Analytics",\
                "DZH318Z0QK73","Coldharbour Forecast","","","","","","","per user","Annual","","GBP","96.5",\
                "2/1/2024 12:00:00 AM","12/31/2024 11:59:59 PM","",\
                "2/1/2024 12:00:00 AM","12/31/2024 11:59:59 PM","live","2/1/2024 12:00:00 AM"
                """.replace("\n", "\r\n"));
        assertThat(clerk.get("/v1/margins/download?country=FR").body()).doesNotContain(ID);
    }

    @Test
    void takesBackAMargin() {
        grant(ID, text("grant-margin.request.json"));

        assertThat(operator.call("DELETE", address(ID), "").statusCode()).isEqualTo(204);

        assertThat(operator.call("DELETE", address(ID), "").statusCode()).isEqualTo(404);
        assertThat(clerk.read("/v1/margins").path("totalSize").asInt()).isZero();
        assertThat(clerk.call("PUT", address(ID), text("grant-margin.request.json"))
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest(name = "GET {0} is refused with {1} and code {2}")
    @CsvSource(delimiter = '|', textBlock = """
            /v1/margins/download              | 400 | 800002
            /v1/margins/download?country=GBR  | 400 | 800002
            """)
    void refusesAsPublished(String address, int status, int code) {
        var answer = clerk.get(address);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Clerk.json(answer).path("code").asInt()).isEqualTo(code);
    }

    @ParameterizedTest(name = "{0} as {1} is refused")
    @CsvSource({
        "marginPercentage, 101",
        "marginPercentage, -1",
        "type, \"Gift\"",
        "endDate, \"2023-01-01T00:00:00Z\"",
        "countries, [\"GBR\"]"
    })
    void refusesWhatNoMarginCanBe(String field, String value) {
        var body = JsonMapper.shared().readTree(text("grant-margin.request.json"));
        ((tools.jackson.databind.node.ObjectNode) body)
                .set(field, JsonMapper.shared().readTree(value));

        var answer = operator.call("PUT", address(ID), body.toString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(field);
    }

    @Test
    void isForAdminsAndAdminAgents() {
        var sales = callers.aPersonOf(person.partnerId(), Role.SALES_AGENT);
        assertThat(new Clerk(port, callers.token(sales)).get("/v1/margins").statusCode())
                .isEqualTo(403);
    }

    private void grant(String id, String body) {
        var answer = operator.call("PUT", address(id), body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private String address(String id) {
        return "/oroshi/operator/partners/" + person.partnerId() + "/margins/" + id;
    }

    private static JsonNode golden(String name) {
        return JsonMapper.shared().readTree(text(name + ".response.json"));
    }

    private static String text(String name) {
        try {
            return Files.readString(GOLDEN.resolve(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
