package oroshi.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
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
import oroshi.database.PartnerScope;
import oroshi.partners.ValidationCodes;

/** Qualifications of a customer in both forms of the API, with every answer and error that the contract lists. */
@OroshiTest
class QualificationWireTest {
    private static final String NEW = "/qualifications";
    private static final String OLD = "/qualification";
    private static final String CODE = "418205";

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private ValidationCodes codes;

    @LocalServerPort
    private int port;

    private Copy partner;
    private Clerk clerk;
    private Served served;

    @BeforeEach
    void aCustomer() {
        partner = fixtures.cedarRidge();
        PartnerScope.run(partner.id(), () -> codes.grant(partner.id(), CODE, "Harbourline Public Sector", 1));
        clerk = clerk(partner, "dee.park");
        served = clerk(partner, "ben.cole").onboard("customers/add-juniper.request.json", Map.of());
    }

    @Test
    @DisplayName("the government community cloud takes a code's creation and holds at once, beside state ownership")
    void usesUpACode() {
        assertGolden("qualification-state", post("qualification-state"), 201);
        assertGolden("qualification-government", post("qualification-government"), 201);
        assertGolden("list-validation-codes-used", clerk.get("/v1/customers/all/validations"), 200);
        assertGolden("list-qualifications-two", clerk.get(path(NEW)), 200);
        assertThat(clerk.get(path(OLD)).body()).isEqualTo("\"government_community_cloud\"");
        assertGolden("qualification-excluded", post("qualification-education"), 400);
        assertGolden("qualification-held", post("qualification-state"), 400);
    }

    @Test
    void refusesACodeThatIsUnknownOrUsedUp() {
        var government = GoldenAnswers.request("qualification-government");
        assertGolden("qualification-code-unknown", post(NEW, government.replace(CODE, "999")), 400);
        var other = clerk(partner, "ben.cole").onboard("customers/add-juniper.request.json", Map.of());
        var used = clerk.call("POST", "/v1/customers/" + other.customer() + NEW + "?code=" + CODE, """
                {"qualification":"governmentCommunityCloud"}""");
        assertThat(used.statusCode()).as(used.body()).isEqualTo(201);
        assertGolden("qualification-code-used-up", post(NEW, government), 400);
        assertThat(clerk.read(path(NEW)).size()).isZero();
    }

    @Test
    @DisplayName("an application in review excludes another one; the old form speaks of what is approved only")
    void keepsAnApplicationInReview() {
        assertGolden("qualification-education", post("qualification-education"), 201);
        assertGolden("qualification-in-review", post("qualification-education"), 400);
        assertThat(post("qualification-government").statusCode()).isEqualTo(400);
        assertThat(clerk.get(path(OLD)).body()).isEqualTo("\"none\"");
        assertThat(clerk.read("/v1/customers/all/validations")
                        .path(0)
                        .path("remainingCreates")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void speaksTheOldFormToo() {
        assertGolden("put-qualification-word", put("\"royal\""), 400);
        assertGolden("put-qualification-none", put("\"none\""), 400);
        assertGolden("put-qualification-nonprofit", put("\"nonprofit\""), 400);
        assertGolden("put-qualification-code", put("\"government_community_cloud\""), 400);
        assertGolden("put-qualification-missing", put("{}"), 400);
        assertThat(put("{\"qualification\":\"StateOwnedEntity\"}").body()).isEqualTo("\"state_owned_entity\"");
        assertThat(put("\"education\"").body()).isEqualTo("\"education\"");
        assertGolden("put-qualification-held", put("\"Education\""), 400);
        assertThat(clerk.get(path(OLD)).body()).isEqualTo("\"state_owned_entity\"");
    }

    @Test
    void wantsAPerson() {
        clerk = new Clerk(port, tokens.ofApplication(partner.id()));
        assertThat(post("qualification-state").body()).contains("900329");
        assertThat(put("\"education\"").body()).contains("900329");
        assertThat(clerk.get(path(NEW)).statusCode()).isEqualTo(200);
        assertThat(clerk.get(path(OLD)).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> post(String request) {
        return post(NEW, GoldenAnswers.request(request));
    }

    private HttpResponse<String> post(String below, String body) {
        return clerk.call("POST", path(below), body);
    }

    private HttpResponse<String> put(String body) {
        return clerk.call("PUT", path(OLD), body);
    }

    private void assertGolden(String name, HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        GoldenAnswers.assertLike(name, answer, Map.of(served.customer(), "customer"));
    }

    private String path(String below) {
        return "/v1/customers/" + served.customer() + below;
    }

    private Clerk clerk(Copy of, String person) {
        var caller = fixtures.caller(of, person);
        return new Clerk(port, tokens.of(of.id(), caller.userId().orElseThrow()));
    }
}
