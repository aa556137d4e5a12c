package oroshi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.Clerk;
import oroshi.Fixtures;
import oroshi.OroshiTest;
import oroshi.demo.DemoWorld;

/** One person with accounts in two clouds. */
@OroshiTest
class AccountLinksTest {
    @Autowired
    private Fixtures fixtures;

    @Autowired
    private TestCallers callers;

    @LocalServerPort
    private int port;

    private Fixtures.Copy aozora;
    private Fixtures.Copy potomac;
    private Browserless browser;

    @BeforeEach
    void setUp() {
        aozora = fixtures.aozora();
        potomac = fixtures.potomac();
        browser = new Browserless(port);
    }

    @Test
    @DisplayName("J12 row 18: both accounts are listed after signing in to both; switching signs into the other one")
    void switchesBySigningIn() {
        new Clerk(port, callers.token(callers.aPersonOf(potomac.id(), Role.values())))
                .onboard("onboarding/add-prairie-bend.request.json", Map.of());
        signIn(potomac, "grace.hill");
        link();
        assertThat(browser.get("/accounts").body())
                .contains(
                        "Potomac Federal Cloud LLC", "US Government", potomac.signInName("grace.hill"), "You are here");
        assertThat(browser.get("/customers").body()).doesNotContain("Prairie Bend");

        var hill = hidden(browser.get("/accounts").body());
        var left = browser.post("/accounts/switch", hill);
        assertThat(Browserless.location(left)).startsWith("/sign-in?name=grace.hill%40");
        assertThat(browser.get("/customers").statusCode()).isEqualTo(303);
        assertThat(browser.get(Browserless.location(left)).body())
                .contains("value=\"" + potomac.signInName("grace.hill"));
        signIn(potomac, "grace.hill");
        assertThat(browser.get("/accounts").body())
                .contains("青空クラウド株式会社", aozora.signInName("ken.sato"))
                .doesNotContain("Add to the list");
        assertThat(browser.get("/customers").body()).contains("Prairie Bend").doesNotContain("青空クラウド");

        browser.post("/accounts/remove", hidden(browser.get("/accounts").body()));
        assertThat(browser.get("/accounts").body()).doesNotContain("青空クラウド株式会社");
        signIn(aozora, "ken.sato");
        assertThat(browser.get("/accounts").body()).doesNotContain("Potomac");
    }

    @Test
    void linksNothingWithoutProofAndConsent() {
        signIn(aozora, "ken.sato");
        browser.get("/accounts");
        var unknown = Map.of("tenant", UUID.randomUUID().toString(), "user", "x");
        assertThat(browser.post("/accounts/switch", unknown).statusCode()).isEqualTo(404);
        assertThat(browser.post("/accounts/remove", unknown).statusCode()).isEqualTo(404);
        browser.post("/accounts/confirm", Map.of());
        assertThat(browser.get("/accounts").body()).doesNotContain("/accounts/switch");

        browser.post("/accounts/add", Map.of());
        assertThat(browser.get("/accounts").statusCode()).isEqualTo(303);
        signIn(potomac, "sam.reyes");
        assertThat(browser.get("/accounts").body()).contains("Add to the list", aozora.signInName("ken.sato"));
        browser.post("/accounts/decline", Map.of());
        assertThat(browser.get("/accounts").body()).doesNotContain(aozora.signInName("ken.sato"));
    }

    /** Ties ken.sato's account to that of whoever is signed in. */
    private void link() {
        browser.get("/accounts");
        var away = browser.post("/accounts/add", Map.of());
        assertThat(Browserless.location(away)).isEqualTo("/sign-in?back=%2Faccounts");
        signIn(aozora, "ken.sato");
        assertThat(browser.get("/accounts").body()).contains("Add to the list");
        browser.post("/accounts/confirm", Map.of());
    }

    private void signIn(Fixtures.Copy partner, String person) {
        browser.fill("/sign-in", Map.of("name", partner.signInName(person), "password", DemoWorld.PASSWORD));
    }

    private static Map<String, String> hidden(String body) {
        return Map.of("tenant", value(body, "tenant"), "user", value(body, "user"));
    }

    private static String value(String body, String name) {
        return body.replaceAll("(?s).*name=\"" + name + "\" value=\"([^\"]+)\".*", "$1");
    }
}
