package oroshi.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.Fixtures;
import oroshi.OroshiTest;
import oroshi.Together;
import oroshi.access.Browserless;
import oroshi.access.Caller;
import oroshi.activity.ActivityFilter;
import oroshi.activity.ActivityLog;
import oroshi.basics.DraftId;
import oroshi.basics.Refusal;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.Pins;
import oroshi.demo.DemoWorld;

/** The five offers that a partner keeps at the top of the wizard's list. */
@OroshiTest
class PinnedOffersTest {
    private static final Pattern TITLES = Pattern.compile("<h2>([^<]+)</h2>");

    @Autowired
    Fixtures fixtures;

    @Autowired
    Drafts drafts;

    @Autowired
    Selections selections;

    @Autowired
    Sales sales;

    @Autowired
    Pins pins;

    @Autowired
    ActivityLog log;

    @LocalServerPort
    int port;

    private Fixtures.Copy aozora;
    private Caller sato;

    @BeforeEach
    void open() {
        aozora = fixtures.aozora();
        sato = fixtures.caller(aozora, "ken.sato");
    }

    @Test
    @DisplayName("a pinned offer comes first with a mark, and what was typed stays; without a script too")
    void pinsToTheTop() {
        var browser = signedIn("ken.sato");
        var draft = draft();
        var last = offers().getLast();
        var form = new HashMap<>(
                Map.of("pin", last.key(), "quantity." + offers().getFirst().id(), "3"));
        assertThat(browser.post(root(draft) + "/pins", form).statusCode()).isEqualTo(303);
        var page = browser.get(root(draft) + "/subscriptions").body();
        assertThat(titles(page).getFirst()).isEqualTo(last.title().english());
        assertThat(page).contains("class=\"badge neutral\">Pinned", "value=\"3\"", "name=\"unpin\"");
        assertThat(operations()).contains("pin_product");

        assertThat(pins(fixtures.caller(fixtures.aozora(), "ken.sato")))
                .as("another partner's")
                .isEmpty();
        form.remove("pin");
        form.put("unpin", last.key());
        browser.post(root(draft) + "/pins", form);
        assertThat(titles(browser.get(root(draft) + "/subscriptions").body()).getFirst())
                .isNotEqualTo(last.title().english());
        assertThat(operations()).contains("unpin_product");
    }

    @Test
    @DisplayName("a sixth offer is refused until one is unpinned, also one that is not sold to this customer")
    void pinsFiveAtMost() {
        var browser = signedIn("ken.sato");
        var draft = draft();
        var offers = offers();
        offers.stream().limit(5).forEach(item -> pin(sato, item));
        pin(sato, offers.getFirst());
        var refused =
                browser.post(root(draft) + "/pins", Map.of("pin", offers.get(5).key()));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("At most 5 offers can be pinned");
        assertThat(pins(sato)).hasSize(5);
        browser.post(root(draft) + "/pins", Map.of("unpin", offers.getFirst().key()));
        assertThat(browser.post(
                                root(draft) + "/pins",
                                Map.of("pin", offers.get(5).key()))
                        .statusCode())
                .isEqualTo(303);
        assertThat(pins(sato)).contains(offers.get(5).key()).hasSize(5);
    }

    @Test
    @DisplayName("of eight users who pin at the same time five find a place")
    void givesEachPlaceOnce() throws Exception {
        var results = Together.run(offers().stream()
                .limit(8)
                .<Callable<Boolean>>map(item -> () -> hasPinned(item))
                .toList());
        assertThat(results).filteredOn(pinned -> pinned).hasSize(5);
        assertThat(pins(sato)).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("a sales agent sees the pins and has no button for them")
    void leavesPinsToAdmins() {
        pin(sato, offers().getLast());
        var suzuki = fixtures.caller(aozora, "misaki.suzuki");
        var draft = Desk.as(suzuki, () -> drafts.open(suzuki, Pages.sakura(Pages.anyDomain()), "/customers"))
                .id();
        Desk.as(suzuki, () -> drafts.change(suzuki, draft, content -> content.withAccount(content.account(), true)));
        var browser = signedIn("misaki.suzuki");
        assertThat(browser.get(root(draft) + "/subscriptions").body())
                .contains("class=\"badge neutral\">Pinned")
                .doesNotContain("name=\"pin\"", "name=\"unpin\"");
        assertThat(browser.post(
                                root(draft) + "/pins",
                                Map.of("pin", offers().getFirst().key()))
                        .statusCode())
                .isEqualTo(403);
        assertThat(pins(sato)).hasSize(1);
    }

    private boolean hasPinned(CatalogItem item) {
        try {
            pin(sato, item);
            return true;
        } catch (Refusal full) {
            return false;
        }
    }

    private void pin(Caller caller, CatalogItem item) {
        caller.run(() -> pins.pin(caller.partnerId(), item));
    }

    private List<String> pins(Caller caller) {
        return Desk.as(caller, () -> pins.list(caller.partnerId()));
    }

    private List<CatalogItem> offers() {
        var sale = Desk.as(sato, () -> sales.of(sato, Pages.sakura("any")));
        return Desk.as(sato, () -> selections.offers(sale, java.util.Locale.ENGLISH)).stream()
                .filter(item -> !item.isAddOn())
                .toList();
    }

    private DraftId draft() {
        var draft = Desk.as(sato, () -> drafts.open(sato, Pages.sakura(Pages.anyDomain()), "/customers"))
                .id();
        Desk.as(sato, () -> drafts.change(sato, draft, content -> content.withAccount(content.account(), true)));
        return draft;
    }

    private static List<String> titles(String page) {
        return TITLES.matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private List<String> operations() {
        var everything = new ActivityFilter(
                Instant.EPOCH,
                Instant.parse("2100-01-01T00:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return Desk.as(sato, () -> log.list(sato.partnerId(), everything, Optional.empty(), 100)).stream()
                .map(activity -> activity.operation())
                .toList();
    }

    private static String root(DraftId draft) {
        return "/customers/new/" + draft;
    }

    private Browserless signedIn(String person) {
        var browser = new Browserless(port);
        browser.fill("/sign-in", Map.of("name", aozora.signInName(person), "password", DemoWorld.PASSWORD));
        browser.get("/customers");
        return browser;
    }
}
