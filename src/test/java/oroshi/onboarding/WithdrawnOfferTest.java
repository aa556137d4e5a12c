package oroshi.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.Fixtures;
import oroshi.OroshiTest;
import oroshi.access.Browserless;
import oroshi.basics.Cloud;
import oroshi.catalog.PriceLists;
import oroshi.clock.Clocks;
import oroshi.database.WholeDatabase;
import oroshi.demo.DemoWorld;
import oroshi.orders.Orders;

/** What becomes of a draft when an offer in it is on sale no longer. */
@OroshiTest
@Isolated("for a while nobody can buy what most tests buy")
class WithdrawnOfferTest {
    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Desk desk;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Orders orders;

    @Autowired
    private PriceLists priceLists;

    @Autowired
    private Clocks clocks;

    @Autowired
    private WholeDatabase database;

    @LocalServerPort
    private int port;

    @AfterEach
    void continueTheSale() {
        priceLists.continueSale(Cloud.PUBLIC, "BIZ-PREM");
    }

    @Test
    @DisplayName("J1-A17 an offer withdrawn meanwhile leads back to Review, and without it the customer is created")
    void goesBackToReviewWhenAnOfferIsWithdrawn() {
        var aozora = fixtures.aozora();
        var sato = fixtures.caller(aozora, "ken.sato");
        var domain = Pages.anyDomain();
        var draft = desk.reviewed(
                sato, Pages.sakura(domain), Pages.line("BIZ-PREM", 25, "monthly"), Pages.line("ENT-1", 2, "monthly"));
        var browser = new Browserless(port);
        browser.fill("/sign-in", Map.of("name", aozora.signInName("ken.sato"), "password", DemoWorld.PASSWORD));
        var root = "/customers/new/" + draft;
        browser.get(root + "/review");
        priceLists.endSale(Cloud.PUBLIC, "BIZ-PREM", Instant.parse("2019-04-24T02:00:00Z"));
        clocks.stopAt(aozora.id(), Instant.parse("2019-04-24T02:05:00Z"));
        var rejected = browser.post(root + "/submit", Map.of());
        assertThat(rejected.statusCode()).isEqualTo(422);
        assertThat(rejected.body()).containsAnyOf("の販売は終了しました", "is no longer on sale");
        assertThat(database.rowsWith(domain)).containsOnlyKeys("onboarding.draft");

        browser.post(root + "/review", Map.of("action", "acknowledge"));
        assertThat(browser.get(root + "/review").body()).doesNotContain("の販売は終了しました", "is no longer on sale");
        var done = browser.post(root + "/submit", Map.of());
        assertThat(Browserless.location(done)).endsWith("/confirmation");
        var customer = Desk.as(sato, () -> drafts.findSubmitted(sato, draft)).orElseThrow();
        var placed = Desk.as(sato, () -> orders.list(sato.partnerId(), customer));
        assertThat(placed).singleElement().satisfies(order -> assertThat(order.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.quantity()).isEqualTo(2)));
    }
}
