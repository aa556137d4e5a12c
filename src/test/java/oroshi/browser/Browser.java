package oroshi.browser;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The Chromium that is installed on this machine. Without one the tests are skipped with a message, unless
 * {@code OROSHI_BROWSER=required} makes that a failure. {@code OROSHI_BROWSER_PATH} names another one.
 *
 * <p>Use it as {@code @RegisterExtension static final Browser browser = new Browser();} and open a {@link Visitor} for
 * each person in the story.
 */
public final class Browser implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable",
            "/snap/bin/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");

    private final List<Visitor> visitors = new ArrayList<>();
    private @Nullable Playwright playwright;
    private com.microsoft.playwright.@Nullable Browser chromium;

    @Override
    public void beforeAll(ExtensionContext context) {
        var program = find();
        if (program.isEmpty() && "required".equals(System.getenv("OROSHI_BROWSER"))) {
            throw new IllegalStateException("Chromium is required here, but none was found at any of " + PLACES);
        }
        Assumptions.assumeTrue(program.isPresent(), "Skipped: no Chromium found; install one to run browser tests.");
        start(program.orElseThrow());
    }

    private void start(Path program) {
        var started = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        playwright = started;
        chromium = started.chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
    }

    /** A person with a browser of his own, who reads the language ({@code en-US}, {@code ja-JP}). */
    public Visitor visitor(int port, String language) {
        return visitor(port, language, ColorScheme.LIGHT);
    }

    /** A person with a browser of his own, who reads the language and prefers light or dark pages. */
    public Visitor visitor(int port, String language, ColorScheme colors) {
        return visitor(port, language, colors, true);
    }

    /** A person whose browser runs no script. */
    public Visitor visitorWithoutScript(int port, String language) {
        return visitor(port, language, ColorScheme.LIGHT, false);
    }

    private Visitor visitor(int port, String language, ColorScheme colors, boolean scripted) {
        if (chromium == null) {
            throw new IllegalStateException("The browser is not running: register it as an extension.");
        }
        var context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setJavaScriptEnabled(scripted)
                .setLocale(language)
                .setColorScheme(colors)
                .setViewportSize(1280, 900)
                .setBaseURL("http://localhost:" + port));
        context.setDefaultTimeout(15_000);
        var visitor = new Visitor(context, context.newPage());
        visitors.add(visitor);
        return visitor;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        context.getExecutionException().ifPresent(failure -> photograph(context));
        visitors.forEach(Visitor::leave);
        visitors.clear();
    }

    /** Keeps what every visitor saw when the test failed, beside the test reports. */
    private void photograph(ExtensionContext context) {
        var name = context.getRequiredTestClass().getSimpleName() + "-"
                + context.getRequiredTestMethod().getName();
        for (var i = 0; i < visitors.size(); i++) {
            visitors.get(i).photograph(Path.of("target", "screenshots", name + "-" + i + ".png"));
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (playwright != null) {
            playwright.close();
            playwright = null;
        }
    }

    private static Optional<Path> find() {
        return Stream.concat(Stream.ofNullable(System.getenv("OROSHI_BROWSER_PATH")), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
