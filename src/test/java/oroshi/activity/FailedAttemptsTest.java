package oroshi.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import oroshi.Clerk;
import oroshi.Fixtures;
import oroshi.Fixtures.Copy;
import oroshi.OroshiTest;
import oroshi.access.Browserless;
import oroshi.access.tokens.TestTokens;
import oroshi.basics.CustomerId;
import oroshi.database.PartnerScope;
import oroshi.demo.DemoWorld;

/** 11.5: whoever tries a change in vain stands in the log too. */
@OroshiTest
class FailedAttemptsTest {
    private static final Set<RequestMethod> CHANGING =
            Set.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE);
    /** Before anybody is signed in, and in the customer portal, nobody's log is concerned. */
    private static final List<String> NOBODYS =
            List.of("/sign-in", "/sign-out", "/customer-portal", "/oroshi/operator", "/test");

    private static final String NO_QUALIFICATION = "{\"qualification\":\"pirates\"}";

    private static final String DATE_FUTURE = "The acceptance date can't be in the future.";

    @Autowired
    private ActivityLog log;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private TestTokens tokens;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @LocalServerPort
    private int port;

    private Copy aozora;
    private CustomerId customer;

    @BeforeEach
    void addACustomer() {
        aozora = fixtures.aozora();
        customer = new CustomerId(UUID.fromString(clerk("ken.sato")
                .onboard("onboarding/add-sakura.request.json", Map.of())
                .customer()));
    }

    @Test
    @DisplayName("11.5 a change that the API refuses is recorded as failed, with who, whom and why, and nothing else")
    void recordsARefusedCall() {
        assertThat(failed(0)).as("after what succeeded").isEmpty();
        var refused = clerk("ken.sato").call("POST", "/v1/customers/" + customer + "/qualifications", NO_QUALIFICATION);
        assertThat(refused.statusCode()).isEqualTo(400);

        assertThat(failed(1)).singleElement().satisfies(attempt -> {
            assertThat(attempt.operation()).isEqualTo("update_customer_qualification");
            assertThat(attempt.customerId()).contains(customer);
            assertThat(attempt.userName()).isEqualTo(aozora.signInName("ken.sato"));
            assertThat(attempt.resourceId()).isEqualTo("POST /v1/customers/{customerId}/qualifications");
            assertThat(attempt.details())
                    .containsOnlyKeys("reason", "status", "code", "arguments")
                    .containsEntry("arguments", List.of("…", "…"));
            assertThat(attempt.newValues()).isEmpty();
            assertThat(attempt.toString()).doesNotContain("pirates");
        });
        clerk("ken.sato").get("/v1/customers/" + UUID.randomUUID());
        assertThat(failed(1)).as("reading changes nothing").hasSize(1);
    }

    @Test
    @DisplayName("11.5 somebody else's customer is not named, and somebody without a token is nobody")
    void namesNobodyElsesCustomer() {
        var other = fixtures.aozora();
        var stranger = new Clerk(port, token(other, "ken.sato"));
        var path = "/v1/customers/" + customer + "/qualifications";
        assertThat(stranger.call("POST", path, NO_QUALIFICATION).statusCode()).isBetween(400, 404);
        assertThat(new Clerk(port, "").call("POST", path, NO_QUALIFICATION).statusCode())
                .isEqualTo(401);

        assertThat(failed(other, 1)).singleElement().satisfies(attempt -> {
            assertThat(attempt.customerId()).isEmpty();
            assertThat(attempt.toString()).doesNotContain(customer.toString());
        });
        assertThat(failed(0)).isEmpty();
    }

    @Test
    @DisplayName("I2 a repetition that hears the first refusal again is not another attempt")
    void recordsARepetitionOnce() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/v1/customers/" + customer + "/qualifications"))
                .POST(BodyPublishers.ofString(NO_QUALIFICATION))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token(aozora, "ken.sato"))
                .header("MS-RequestId", UUID.randomUUID().toString())
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var first = client.send(request, BodyHandlers.ofString());
            var second = client.send(request, BodyHandlers.ofString());
            assertThat(second.statusCode()).isEqualTo(first.statusCode()).isEqualTo(400);
        }
        assertThat(failed(1)).hasSize(1);
    }

    @Test
    @DisplayName("11.5 a page that refuses, for want of a role or by a rule, is recorded; a step of the wizard is not")
    void recordsARefusedForm() {
        var helpdesk = signedIn("sho.takahashi");
        var account = "/customers/" + customer + "/account";
        helpdesk.get(account);
        assertThat(helpdesk.post(account + "/permissions", Map.of("AZURE_RESERVATIONS", "true"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(failed(1)).singleElement().satisfies(attempt -> {
            assertThat(attempt.operation()).isEqualTo("update_self_serve_policy");
            assertThat(attempt.details()).containsEntry("reason", "access.permissionMissing");
            assertThat(attempt.customerId()).contains(customer);
        });

        var agent = signedIn("ken.sato");
        var agreement = "/customers/" + customer + "/agreement";
        agent.get(agreement);
        assertThat(agent.post(agreement, Map.of("firstName", "")).statusCode()).isEqualTo(422);
        assertThat(failed(1)).as("what was only left out").hasSize(1);
        assertThat(agent.post(agreement, attestationIn("2031/01/01")).statusCode())
                .isEqualTo(422);
        assertThat(failed(2)).hasSize(2).first().satisfies(attempt -> assertThat(attempt.details())
                .containsEntry("reason", "agreement.dateFuture"));

        var wizard = Browserless.location(agent.get("/customers/new"));
        agent.get(wizard);
        assertThat(agent.post(wizard, Map.of("companyName", "", "action", "next"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(failed(2)).as("a hint of the wizard").hasSize(2);

        var page = agent.get("/activity?status=FAILED").body();
        assertThat(page)
                .contains("Customer agreement confirmed", DATE_FUTURE)
                .doesNotContain("Customer added</td>")
                .doesNotContain("agreement.dateFuture");
        assertThat(agent.get("/activity/export?status=FAILED").body()).contains(DATE_FUTURE);
        assertThat(agent.get("/activity?status=SUCCEEDED").body()).doesNotContain(DATE_FUTURE);
    }

    @Test
    @DisplayName("11.5 the list of attempts names every changing route, and none that is gone")
    void knowsEveryChangingRoute() {
        var routes = new TreeSet<String>();
        mapping.getHandlerMethods().forEach((route, handler) -> route.getMethodsCondition().getMethods().stream()
                .filter(CHANGING::contains)
                .forEach(method -> route.getPatternValues().stream()
                        .filter(pattern -> NOBODYS.stream().noneMatch(pattern::startsWith))
                        .forEach(pattern -> routes.add(method + " " + pattern))));
        assertThat(AttemptedOperations.routes()).containsExactlyInAnyOrderElementsOf(routes);
    }

    private static Map<String, String> attestationIn(String date) {
        return Map.of(
                "firstName", "直子",
                "lastName", "山本",
                "email", "naoko.yamamoto@sakura-seisakusho.example",
                "date", date.replace('/', '-'),
                "language", "ja");
    }

    /** The failed attempts, once there are so many: a browser has its answer a moment before the record stands. */
    private List<ActivityRecord> failed(Copy partner, int expected) {
        var found = failed(partner);
        for (var look = 0; look < 100 && found.size() < expected; look++) {
            LockSupport.parkNanos(50_000_000);
            found = failed(partner);
        }
        return found;
    }

    private List<ActivityRecord> failed(int expected) {
        return failed(aozora, expected);
    }

    private List<ActivityRecord> failed(Copy partner) {
        var filter = new ActivityFilter(
                Fixtures.MORNING.minus(Duration.ofDays(1)),
                Fixtures.MORNING.plus(Duration.ofDays(1)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(ActivityStatus.FAILED));
        return PartnerScope.call(partner.id(), () -> log.list(partner.id(), filter, Optional.empty(), 50));
    }

    private Browserless signedIn(String person) {
        var browser = new Browserless(port);
        browser.fill("/sign-in", Map.of("name", aozora.signInName(person), "password", DemoWorld.PASSWORD));
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
        return browser;
    }

    private Clerk clerk(String person) {
        return new Clerk(port, token(aozora, person));
    }

    private String token(Copy partner, String person) {
        return tokens.of(partner.id(), fixtures.caller(partner, person).userId().orElseThrow());
    }
}
