package oroshi.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** A person in front of the portal. */
public final class Visitor {
    /** Puts axe into the page, as its library carries it; the library's own way there costs as much as the look. */
    private static final String AXE = axe();

    /** Which rules of axe the page breaks, each with some of the places. */
    private static final String BARRIERS = """
            async () => (await axe.run(document, {resultTypes: ['violations']}))
                .violations.map(rule => rule.id + ': ' + rule.nodes.slice(0, 3).map(node => node.html))""";

    /** What lacks contrast, by the axe that the first look left in the page. */
    private static final String TOO_FAINT = """
            async () => (await axe.run(document, {runOnly: ['color-contrast'], resultTypes: ['violations']}))
                .violations.flatMap(rule => rule.nodes).slice(0, 3).map(node => node.html)""";

    private final BrowserContext context;
    private final Page page;
    private final String language;

    Visitor(BrowserContext context, Page page, String language) {
        this.context = context;
        this.page = page;
        this.language = language;
    }

    /** What makes the portal know somebody. */
    public record Session(String language, List<Cookie> cookies) {}

    /** The present session, to go on with at another browser. */
    public Session session() {
        return new Session(language, context.cookies());
    }

    Visitor taking(Session session) {
        context.addCookies(session.cookies());
        return this;
    }

    public Page page() {
        return page;
    }

    /** Opens an address of the portal. */
    public Visitor goTo(String path) {
        page.navigate(path);
        return this;
    }

    /** Signs in with name and password through the sign-in page. */
    public Visitor signIn(String userName, String password) {
        goTo("/sign-in");
        page.locator("input[name=name]").fill(userName);
        page.locator("input[name=password]").fill(password);
        page.locator("form:has(input[name=password]) button[type=submit]")
                .first()
                .click();
        page.waitForURL(address -> !address.contains("/sign-in"));
        return this;
    }

    /** Fills the field of that name. */
    public Visitor fill(String field, String value) {
        named(field).fill(value);
        return this;
    }

    /** Chooses from the list of that name, by value. */
    public Visitor choose(String field, String value) {
        named(field).selectOption(value);
        return this;
    }

    /** Ticks the box or the option of that name and value. */
    public Visitor tick(String field, String value) {
        page.locator("input[name=\"" + field + "\"][value=\"" + value + "\"]").check();
        return this;
    }

    /** Presses the button that reads so. */
    public Visitor press(String label) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .first()
                .click();
        return this;
    }

    /** Follows the link that reads so. */
    public Visitor follow(String label) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(label).setExact(true))
                .first()
                .click();
        return this;
    }

    /** The field of that name. */
    public Locator named(String field) {
        return page.locator("[name=\"" + field + "\"]").first();
    }

    /** All that the page says. */
    public String text() {
        return page.locator("body").innerText();
    }

    /** What the main part of the page says. */
    public String main() {
        return page.locator("main").innerText();
    }

    /** Switches between light and dark. */
    public Visitor prefer(ColorScheme colors) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colors));
        return this;
    }

    /** Asserts that axe finds nothing wrong with the page, light and dark: only contrast depends on the colours. */
    public Visitor findsNoBarrier() {
        page.evaluate(AXE);
        assertThat((List<?>) page.evaluate(BARRIERS))
                .as("barriers on %s", page.url())
                .isEmpty();
        prefer(ColorScheme.DARK);
        assertThat((List<?>) page.evaluate(TOO_FAINT))
                .as("too faint on %s in the dark", page.url())
                .isEmpty();
        return prefer(ColorScheme.LIGHT);
    }

    private static String axe() {
        try (var library = Visitor.class.getResourceAsStream("/axe.min.js")) {
            return new String(requireNonNull(library).readAllBytes(), UTF_8) + "\nnull";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Keeps a picture of the page. */
    public void photograph(Path file) {
        try {
            page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        } catch (PlaywrightException alreadyClosed) {
            // There is nothing left to photograph.
        }
    }

    void leave() {
        context.close();
    }
}
