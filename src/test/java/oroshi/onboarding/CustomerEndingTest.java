package oroshi.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.Clerk;
import oroshi.Clerk.Served;
import oroshi.Fixtures;
import oroshi.Fixtures.Copy;
import oroshi.OroshiTest;
import oroshi.access.tokens.TestTokens;
import oroshi.customers.GoldenAnswers;

/** How a customer leaves a partner through the API: the relationship, delegated administration, and in a sandbox all. */
@OroshiTest
class CustomerEndingTest {
    @Autowired
    private Fixtures fixtures;

    @Autowired
    private TestTokens tokens;

    @LocalServerPort
    private int port;

    private Copy partner;
    private Clerk clerk;
    private Served served;

    @BeforeEach
    void aCustomer() {
        partner = fixtures.cedarRidge();
        clerk = clerk(partner, "ana.ortiz");
        served = clerk(partner, "ben.cole").onboard("customers/add-juniper.request.json", Map.of());
    }

    @Test
    @DisplayName("J4-A6 removing the relationship is refused with what is in the way, and then takes the customer away")
    void removesTheRelationship() {
        refused("patch-none", "patch-blocked");

        suspend();
        answers("patch-none", "patch-none");

        assertThat(told("GET", "")).isEqualTo("404 60003");
        assertThat(told("PATCH", GoldenAnswers.request("patch-none"))).isEqualTo("404 60003");
        assertThat(clerk.read("/v1/customers").path("totalCount").asInt()).isZero();
    }

    @Test
    void endsDelegatedAdministrationOnly() {
        answers("patch-whole", "patch-whole");
        answers("patch-dap", "patch-dap");
        answers("patch-dap", "patch-dap");
        assertThat(clerk.read(path()).path("allowDelegatedAccess").asBoolean()).isFalse();
        assertThat(clerk(partner, "ben.cole").get(path() + "/users").statusCode())
                .isEqualTo(403);
        refused("patch-grant", "patch-grant");
        refused("patch-whole", "patch-grant");
    }

    @Test
    void refusesWhatIsNoChange() {
        refused("patch-nothing", "patch-nothing");
        refused("patch-advisor", "patch-advisor");
        refused("patch-word", "patch-word");
        refused("patch-type", "patch-type");
        assertThat(told("PATCH", "[]")).isEqualTo("400 800002");
        assertThat(clerk.call("PATCH", path() + "/", GoldenAnswers.request("patch-whole"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void wantsAnAdminBehindTheApplication() {
        var none = GoldenAnswers.request("patch-none");
        clerk = new Clerk(port, tokens.ofApplication(partner.id()));
        assertThat(told("PATCH", none)).isEqualTo("403 900329");
        clerk = clerk(partner, "dee.park");
        assertThat(told("PATCH", none)).isEqualTo("403 900150");
        assertThat(told("DELETE", "")).isEqualTo("403 900150");
        clerk = clerk(fixtures.cedarRidge(), "ana.ortiz");
        assertThat(told("PATCH", none)).isEqualTo("404 60003");
        assertThat(told("DELETE", "")).isEqualTo("404 60003");
    }

    @Test
    void deletesNoCustomerOutsideASandbox() {
        var refused = clerk.call("DELETE", path(), "");
        assertThat(refused.statusCode()).isEqualTo(400);
        GoldenAnswers.assertLike("delete-no-sandbox", refused, Map.of());
        assertThat(clerk.get(path()).statusCode()).isEqualTo(200);
        assertThat(clerk.call("DELETE", "/v1/customers/" + UUID.randomUUID(), "")
                        .statusCode())
                .isEqualTo(404);
    }

    private void answers(String request, String golden) {
        var answer = clerk.call("PATCH", path(), GoldenAnswers.request(request));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        GoldenAnswers.assertLike(golden, answer, Map.of(served.customer(), "customer"));
    }

    private void refused(String request, String golden) {
        var answer = clerk.call("PATCH", path(), GoldenAnswers.request(request));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        GoldenAnswers.assertLike(golden + "-refused", answer, Map.of(served.subscription(), "subscription"));
    }

    private void suspend() {
        var answer = clerk(partner, "ben.cole")
                .call("PATCH", path() + "/subscriptions/" + served.subscription(), "{\"status\":\"suspended\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private String told(String method, String body) {
        var answer = clerk.call(method, path(), body);
        return answer.statusCode() + " " + Clerk.json(answer).path("code").asString();
    }

    private String path() {
        return "/v1/customers/" + served.customer();
    }

    private Clerk clerk(Copy of, String person) {
        var caller = fixtures.caller(of, person);
        return new Clerk(port, tokens.of(of.id(), caller.userId().orElseThrow()));
    }
}
