package oroshi.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import oroshi.browser.Browser;
import oroshi.browser.Visitor;

/** The components in a real browser, without the application behind them. */
class GalleryBrowserTest {
    @RegisterExtension
    static final Browser browser = new Browser();

    private static HttpServer server;

    @BeforeAll
    static void serveTheGallery() throws Exception {
        GalleryTest.write();
        server = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                GalleryTest.FOLDER.toAbsolutePath(),
                SimpleFileServer.OutputLevel.NONE);
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void componentsHaveNoBarrier(Language language) {
        open(language).findsNoBarrier();
    }

    @Test
    void nothingIsWiderThanAPhone() {
        var visitor = open(Language.JA);
        visitor.page().setViewportSize(390, 844);
        assertThat((Integer) visitor.page().evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
    }

    @Test
    void findsACountryByItsNameInAnotherLanguageWithTheKeyboardAlone() {
        var visitor = open(Language.JA);
        var country = visitor.page().locator("#country");
        country.fill("united");
        country.press("Enter");
        assertThat(country).hasValue("アメリカ合衆国");
        assertThat(visitor.named("country").inputValue()).isEqualTo("US");
    }

    @Test
    void keepsTheChoiceWhenNothingOrADisabledEntryIsChosen() {
        var visitor = open(Language.JA);
        var country = visitor.page().locator("#country");
        country.fill("オーストリア");
        country.press("Enter");
        country.press("Escape");
        assertThat(visitor.named("country").inputValue()).isEqualTo("JP");
        assertThat(country).hasValue("日本");
    }

    @Test
    void theErrorSummaryIsReachedFirstAndLeadsToTheField() {
        var visitor = open(Language.EN);
        assertThat(visitor.page().locator("[data-focus]")).isFocused();
        visitor.page().locator("[data-focus] a").first().click();
        assertThat(visitor.page().locator("#companyName")).isFocused();
    }

    @Test
    void asksBackInADialogThatTheKeyboardCloses() {
        var visitor = open(Language.EN);
        visitor.page().locator("[data-dialog]").click();
        var dialog = visitor.page().locator("dialog#discard");
        assertThat(dialog).isVisible();
        visitor.page().keyboard().press("Escape");
        assertThat(dialog).isHidden();
    }

    @Test
    void opensMenuAndAccountOnAPhone() {
        var visitor = open(Language.EN);
        visitor.page().setViewportSize(390, 844);
        var menu = visitor.page().locator("#menu");
        assertThat(menu).isHidden();
        visitor.page().locator("[popovertarget=menu]").click();
        assertThat(menu).isVisible();
        visitor.page().locator("[popovertarget=account]").click();
        assertThat(visitor.page().locator("#account")).isVisible();
    }

    private static Visitor open(Language language) {
        var visitor =
                browser.visitor(server.getAddress().getPort(), language.locale().toLanguageTag());
        visitor.goTo("/" + language.code() + "-auto.html");
        visitor.page().locator("html.scripted").waitFor(new Locator.WaitForOptions());
        return visitor;
    }
}
