package oroshi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.Fixtures;
import oroshi.OroshiTest;
import oroshi.access.TestCallers.Person;
import oroshi.basics.CustomerId;
import oroshi.browser.Browser;
import oroshi.browser.Visitor;
import oroshi.demo.DemoWorld;
import oroshi.directory.TemporaryPassword;
import oroshi.orders.Counter;

@OroshiTest
class BuyingBrowserTest {
    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    Fixtures fixtures;

    @Autowired
    Counter counter;

    @LocalServerPort
    int port;

    @Test
    @DisplayName("J5-A1 a product of a partner and an online service are found, put into the cart, reviewed and bought")
    void buysFromTwoShelves() {
        var aozora = fixtures.aozora();
        var customer = customer(aozora, true);
        var sato = visitor("ja-JP", aozora, "ken.sato");
        sato.goTo("/customers");
        sato.page().locator("main .row a, main a.button").filter(text("新しい注文")).click();
        sato.page().locator(".sections a[href$='/" + customer + "/products']").click();
        sato.findsNoBarrier();
        sato.page().locator("select[name=publisher]").selectOption("partner");
        PlaywrightAssertions.assertThat(sato.page().locator("#offers .offer")).hasCount(1);
        add(sato, "ISV-KINTAI", "10", "monthly");

        sato.goTo("/customers/" + customer + "/products?tab=ONLINE");
        add(sato, "ENT-3", "5", "annual");
        assertThat(sato.page().locator("#cart").innerText()).contains("9,800 円").contains("130,800 円");
        sato.findsNoBarrier().follow("確認");
        sato.page().waitForURL("**/cart/*");
        sato.findsNoBarrier().fill("quantity.0", "12");
        PlaywrightAssertions.assertThat(sato.page().locator("#summary")).containsText("11,760 円");
        PlaywrightAssertions.assertThat(sato.page().locator("#preview")).containsText("12 × 980 円 = 11,760 円");
        sato.page().locator("button[value=buy]").dblclick();
        sato.page().waitForURL("**/confirmed");
        assertThat(sato.main()).contains("2 件の注文を受け付けました").contains("勤怠クラウド").contains("× 12");
        assertThat(sato.page().locator(".card h2 a[href*='/orders/']").count()).isEqualTo(2);
        sato.findsNoBarrier();
        sato.page().goBack();
        sato.page().waitForURL("**/confirmed");
        sato.follow("完了");
        sato.page().waitForURL("**/orders");
        assertThat(sato.page().locator("#orders tbody tr").count()).isEqualTo(2);
    }

    @Test
    @DisplayName("J2 2.4 the confirmation appears where the order stopped, on a phone, and the cart is as it was")
    void confirmsInPlace() {
        var cedar = fixtures.cedarRidge();
        var customer = customer(cedar, false);
        var cole = visitor("en-US", cedar, "ben.cole");
        cole.page().setViewportSize(390, 844);
        cole.goTo("/customers/" + customer + "/products");
        assertThat(cole.main()).contains("Before ordering, confirm that the customer accepted the agreement.");
        add(cole, "ENT-3", "3", "monthly");
        cole.goTo("/customers/" + customer + "/cart");
        cole.page().waitForURL("**/cart/*");
        var cart = cole.page().url();
        assertThat(cole.page().locator("button[value=buy]").isDisabled()).isTrue();
        cole.findsNoBarrier().fill("date", "4/23/2019").press("Save and continue");
        cole.page().waitForURL(cart);
        assertThat(cole.main()).contains("Enterprise 3").doesNotContain("Before ordering");
        cole.press("Buy");
        cole.page().waitForURL("**/confirmed");
        assertThat(cole.main()).contains("Your order was received.");
    }

    /** A Japanese customer of the partner. */
    private CustomerId customer(Fixtures.Copy partner, boolean attested) {
        var seller = fixtures.caller(partner, partner.sheet().users().getFirst().name());
        var person =
                new Person(partner.id(), seller.userId().orElseThrow(), seller.name(), TemporaryPassword.generate());
        return counter.customer(person, Optional.empty(), attested);
    }

    /** Puts an offer into the cart, and waits until it is there. */
    private static void add(Visitor visitor, String code, String quantity, String cycle) {
        var offer = visitor.page().locator(".offer").filter(text("· " + code)).first();
        offer.locator("input[name^='quantity.']").fill(quantity);
        offer.locator("select[name^='cycle.']").selectOption(cycle);
        offer.locator("button").click();
        PlaywrightAssertions.assertThat(offer.locator("[id^=status-]")).containsText(quantity);
        PlaywrightAssertions.assertThat(visitor.page().locator("#cart li").last())
                .containsText("× " + quantity);
    }

    private static Locator.FilterOptions text(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private Visitor visitor(String language, Fixtures.Copy partner, String person) {
        return browser.visitor(port, language).signIn(partner.signInName(person), DemoWorld.PASSWORD);
    }
}
