package oroshi.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
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
import oroshi.clock.Clocks;

/** Reviews of accounts and of qualifications: the operator decides them, in a sandbox time does. */
@OroshiTest
class ReviewWireTest {
    private static final String KEY = "a key that only the operator of tests knows";
    private static final String STATUS = "/validationStatus?type=account";

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private Clocks clocks;

    @LocalServerPort
    private int port;

    private Copy partner;
    private Clerk clerk;
    private Served served;

    @BeforeEach
    void aCustomer() {
        serve(fixtures.cedarRidge());
    }

    @Test
    @DisplayName("a customer under review buys nothing; the operator begins the review and ends it")
    void keepsFromBuyingWhileUnderReview() {
        assertGolden("validation-status-unreviewed", clerk.get(path(STATUS)), 404);

        assertGolden("account-review", review(GoldenAnswers.request("account-review")), 200);
        assertGolden("validation-status-under-review", clerk.get(path(STATUS)), 200);
        assertThat(open()).contains(served.customer());
        assertGolden("cart-under-review", order(), 403);

        review("{\"status\":\"notallowed\"}");
        assertGolden("validation-status-not-allowed", clerk.get(path(STATUS)), 200);
        assertGolden("cart-rejected", order(), 403);
        assertThat(open()).doesNotContain(served.customer());
        review("{\"status\":\"Unknown\"}");
        assertThat(order().statusCode()).isEqualTo(403);

        review("{\"status\":\"Not Ready\"}");
        assertGolden("validation-status-not-ready", clerk.get(path(STATUS)), 200);
        assertThat(order().statusCode()).isEqualTo(201);
        review("{\"status\":\"Allowed\"}");
        assertThat(order().statusCode()).isEqualTo(201);
    }

    @Test
    void refusesWhatIsNoStatusAndNoCustomer() {
        assertGolden("account-review-word", review(GoldenAnswers.request("account-review-word")), 400);
        assertThat(review("{}").statusCode()).isEqualTo(400);
        var operator = new Clerk(port, KEY);
        var elsewhere = "/oroshi/operator/partners/" + fixtures.cedarRidge().id() + "/customers/" + served.customer();
        assertThat(operator.call("PUT", elsewhere + "/accountreview", "{\"status\":\"Allowed\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(clerk.get("/oroshi/operator/accountreviews").statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("in a sandbox a day by the partner's clock decides what waits")
    void letsTimeDecideInASandbox() {
        serve(fixtures.sandbox());
        review(GoldenAnswers.request("account-review"));
        assertThat(apply("qualification-denied").statusCode()).isEqualTo(201);
        clocks.stopAt(partner.id(), Fixtures.MORNING.plus(Duration.ofHours(23)));
        assertThat(becomes(() -> clerk.read(path(STATUS)).path("status").asString(), "Allowed", 8))
                .isEqualTo("UnderReview");

        clocks.stopAt(partner.id(), Fixtures.MORNING.plus(Duration.ofHours(25)));
        assertThat(becomes(() -> clerk.read(path(STATUS)).path("status").asString(), "Allowed", 200))
                .isEqualTo("Allowed");
        becomes(
                () -> clerk.read(path("/qualifications"))
                        .path(0)
                        .path("vettingStatus")
                        .asString(),
                "Denied",
                20);
        assertGolden("list-qualifications-denied", clerk.get(path("/qualifications")), 200);

        var again = GoldenAnswers.request("qualification-denied").replace("denied.", "");
        assertThat(clerk.call("POST", path("/qualifications"), again).statusCode())
                .isEqualTo(201);
        assertGolden("list-qualifications-in-review", clerk.get(path("/qualifications")), 200);
        clocks.stopAt(partner.id(), Fixtures.MORNING.plus(Duration.ofHours(50)));
        assertThat(becomes(() -> clerk.get(path("/qualification")).body(), "\"education\"", 200))
                .isEqualTo("\"education\"");
        assertGolden("list-qualifications-approved", clerk.get(path("/qualifications")), 200);
    }

    private static String becomes(Supplier<String> look, String expected, int tries) {
        for (var i = 0; i < tries && !look.get().equals(expected); i++) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return look.get();
    }

    private HttpResponse<String> apply(String request) {
        return clerk.call("POST", path("/qualifications"), GoldenAnswers.request(request));
    }

    private HttpResponse<String> order() {
        return clerk.call("POST", path("/carts"), GoldenAnswers.request("cart-of-reviewed"));
    }

    private HttpResponse<String> review(String body) {
        return new Clerk(port, KEY)
                .call(
                        "PUT",
                        "/oroshi/operator/partners/" + partner.id() + "/customers/" + served.customer()
                                + "/accountreview",
                        body);
    }

    private String open() {
        return new Clerk(port, KEY).read("/oroshi/operator/accountreviews").toString();
    }

    private void assertGolden(String name, HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        GoldenAnswers.assertLike(name, answer, Map.of(served.customer(), "customer"));
    }

    private String path(String below) {
        return "/v1/customers/" + served.customer() + below;
    }

    private void serve(Copy of) {
        partner = of;
        var caller = fixtures.caller(of, "ben.cole");
        clerk = new Clerk(port, tokens.of(of.id(), caller.userId().orElseThrow()));
        served = clerk.onboard("customers/add-juniper.request.json", Map.of());
    }
}
