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
import java.util.concurrent.ConcurrentHashMap;
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

    /** A program of its own for each thread that asks: one can be driven by one thread only. */
    private final Map<Thread, Window> windows = new ConcurrentHashMap<>();

    private @Nullable Path program;

    private record Window(Playwright playwright, com.microsoft.playwright.Browser chromium, List<Visitor> visitors) {}

    @Override
    public void beforeAll(ExtensionContext context) {
        var found = find();
        if (found.isEmpty() && "required".equals(System.getenv("OROSHI_BROWSER"))) {
            throw new IllegalStateException("Chromium is required here, but none was found at any of " + PLACES);
        }
        Assumptions.assumeTrue(found.isPresent(), "Skipped: no Chromium found; install one to run browser tests.");
        program = found.orElseThrow();
    }

    private Window window(Thread thread) {
        if (program == null) {
            throw new IllegalStateException("The browser is not running: register it as an extension.");
        }
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
        return new Window(playwright, chromium, new ArrayList<>());
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
        var window = windows.computeIfAbsent(Thread.currentThread(), this::window);
        var context = window.chromium()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setJavaScriptEnabled(scripted)
                        .setLocale(language)
                        .setColorScheme(colors)
                        .setViewportSize(1280, 900)
                        .setBaseURL("http://localhost:" + port));
        context.setDefaultTimeout(15_000);
        var visitor = new Visitor(context, context.newPage(), language);
        window.visitors().add(visitor);
        return visitor;
    }

    /** The person of that session at another browser, that of the present thread. */
    public Visitor visitor(int port, Visitor.Session session) {
        return visitor(port, session.language()).taking(session);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        context.getExecutionException().ifPresent(failure -> photograph(context));
        windows.values().forEach(window -> {
            window.visitors().forEach(Visitor::leave);
            window.visitors().clear();
        });
    }

    /** Keeps what every visitor saw when the test failed, beside the test reports. */
    private void photograph(ExtensionContext context) {
        var name = context.getRequiredTestClass().getSimpleName() + "-"
                + context.getRequiredTestMethod().getName();
        var visitors = windows.values().stream()
                .flatMap(window -> window.visitors().stream())
                .toList();
        for (var i = 0; i < visitors.size(); i++) {
            visitors.get(i).photograph(Path.of("target", "screenshots", name + "-" + i + ".png"));
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        windows.values().forEach(window -> window.playwright().close());
        windows.clear();
    }

    private static Optional<Path> find() {
        return Stream.concat(Stream.ofNullable(System.getenv("OROSHI_BROWSER_PATH")), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
