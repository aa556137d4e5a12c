package oroshi.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.Clerk;
import oroshi.Fixtures;
import oroshi.OroshiTest;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.tokens.TestTokens;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.database.PartnerScope;

/** Whose directories a partner administers, as clients of the API see it. */
@OroshiTest
class DelegatedAdminWireTest {
    private static final String ROOT = "/CustomerServiceAdminApi/Web/v1/";
    private static final String CUSTOMERS = ROOT + "delegatedAdminCustomers";
    private static final String STATISTICS = ROOT + "delegatedAdminStatistics";

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private TestCallers callers;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private Customers customers;

    @LocalServerPort
    private int port;

    private PartnerId partner;
    private Clerk clerk;
    private String sakura;
    private String midori;

    @BeforeEach
    void serveTwoCustomers() {
        partner = fixtures.aozora().id();
        clerk = new Clerk(port, callers.token(callers.aPersonOf(partner, Role.values())));
        sakura = clerk.onboard("onboarding/add-sakura.request.json", Map.of()).customer();
        midori = clerk.onboard("onboarding/add-midori.request.json", Map.of()).customer();
    }

    @Test
    @DisplayName("listDelegatedAdminCustomers: with and without administration, page by page")
    void listsWhomThePartnerAdministers() {
        var customer = CustomerId.of(midori);
        PartnerScope.run(partner, () -> customers.noteAdministration(partner, customer, false));

        assertThat(ids(CUSTOMERS)).containsExactlyInAnyOrder(sakura, midori);
        assertThat(ids(CUSTOMERS + "?$filter=" + encoded("dapEnabled eq false")))
                .containsExactly(midori);
        assertThat(ids(CUSTOMERS + "?$filter="
                        + encoded("dapEnabled eq true and customerTenantId eq '" + sakura + "'")))
                .containsExactly(sakura);
        assertThat(ids(CUSTOMERS + "?$orderBy=" + encoded("dapEnabled desc"))).containsExactly(sakura, midori);
        assertThat(ids(CUSTOMERS + "?$orderBy=startDateTime&$filter="
                        + encoded("startDateTime lt 2000-01-01T00:00:00Z")))
                .isEmpty();

        var ended = Clerk.json(clerk.get(CUSTOMERS + "?$count=true&$filter=" + encoded("dapEnabled eq false")));
        assertThat(ended.path("@odata.count").asInt()).isEqualTo(1);
        assertThat(ended.path("value").path(0).path("endDateTime").asString("")).isNotEmpty();
        assertThat(ended.path("value").path(0).path("lastSignInDateTime").isNull())
                .isTrue();
        GoldenAnswers.assertLike(
                "delegated-admin-customers",
                clerk.get(CUSTOMERS + "?$filter=" + encoded("dapEnabled eq true")),
                Map.of("localhost:" + port, "host"));
    }

    @Test
    void followsTheNextLink() {
        for (var order : List.of("", "&$orderBy=organizationDisplayName")) {
            var first = Clerk.json(clerk.get(CUSTOMERS + "?$top=1" + order));
            var link = URI.create(first.path("@odata.nextLink").asString());
            var second = Clerk.json(clerk.get(link.getRawPath() + "?" + link.getRawQuery()));
            assertThat(Stream.of(first, second)
                            .map(page -> page.path("value").path(0).path("id").asString()))
                    .containsExactlyInAnyOrder(sakura, midori);
            assertThat(second.has("@odata.nextLink")).isFalse();
        }
    }

    @Test
    void selectsFieldsAndRefusesUnknownOnes() {
        var row = Clerk.json(clerk.get(CUSTOMERS + "?$select=id,dapEnabled&$top=1"))
                .path("value")
                .path(0);
        assertThat(row.propertyNames()).containsExactlyInAnyOrder("id", "dapEnabled");
        for (var wrong : List.of(
                "$select=nonsense",
                "$orderBy=nonsense",
                "$orderBy=dapEnabled+up",
                "$top=0",
                "$top=301",
                "$skip=-1",
                "$count=maybe",
                "$filter=nonsense",
                "$filter=" + encoded("nonsense eq 1"),
                "$filter=" + encoded("dapEnabled eq perhaps"),
                "$filter=" + encoded("startDateTime gt yesterday"))) {
            assertRefused(400, 3000, clerk.get(CUSTOMERS + "?" + wrong));
        }
        GoldenAnswers.assertLike(
                "delegated-admin-customers-select", clerk.get(CUSTOMERS + "?$select=nonsense"), Map.of());
    }

    @Test
    @DisplayName("getDelegatedAdminStatistics: counts by the day on which the administration began")
    void countsByDay() {
        var before = Clerk.json(clerk.get(STATISTICS));
        assertThat(before.path("totalDapCustomerCount").asInt()).isEqualTo(2);
        var customer = CustomerId.of(midori);
        PartnerScope.run(partner, () -> customers.noteAdministration(partner, customer, false));

        var after = clerk.get(STATISTICS);
        var counts = Clerk.json(after);
        assertThat(counts.path("totalDapCustomerCount").asInt()).isEqualTo(1);
        var day = counts.path("establishedDapCount").path(0).path("date").asString();
        assertThat(day).matches("\\d{1,2}/\\d{1,2}/\\d{4}");
        GoldenAnswers.assertLike(
                "delegated-admin-statistics", after, Map.of("localhost:" + port, "host", "\"" + day + "\"", "day"));
    }

    @Test
    void hasAnAudienceOfItsOwn() {
        var person = callers.aPersonOf(partner, Role.ADMIN_AGENT);
        var token = tokens.make(
                partner, claims -> claims.audience(List.of("https://api.partnercustomeradministration.microsoft.com"))
                        .claim("oid", person.userId().toString())
                        .claim("scp", "user_impersonation")
                        .claim("amr", List.of("pwd", "mfa")));
        var client = new Clerk(port, token);
        assertThat(client.get(STATISTICS).statusCode()).isEqualTo(200);
        assertThat(client.get("/v1/customers").statusCode()).isEqualTo(401);

        assertRefused(403, 900329, new Clerk(port, tokens.ofApplication(partner)).get(CUSTOMERS));
        var sales = new Clerk(port, callers.token(callers.aPersonOf(partner, Role.SALES_AGENT)));
        assertRefused(403, 900150, sales.get(STATISTICS));
    }

    private List<String> ids(String path) {
        var rows = Clerk.json(clerk.get(path)).path("value");
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.path("id").asString())
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void assertRefused(int status, int code, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Clerk.json(answer).path("code").asInt()).isEqualTo(code);
    }
}
