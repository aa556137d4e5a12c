package oroshi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.OroshiTest;
import oroshi.access.TestCallers;
import oroshi.browser.Browser;
import oroshi.browser.Visitor;

/** What surrounds every page, in the running application. */
@OroshiTest
class ShellTest {
    private static final String CHOSEN = "correct horse battery staple";
    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/assets/[^\"#]+)");

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    private TestCallers callers;

    @LocalServerPort
    private int port;

    @Test
    void styleAndScriptsHaveTheirHashInTheAddressAndAreKeptForever() throws Exception {
        for (var address : assets()) {
            assertThat(address).matches("/assets/[a-z.]+-[0-9a-f]{32}\\.(css|js|svg)");
            var response = get(address, "gzip");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Cache-Control").orElse(""))
                    .contains("immutable", "31536000");
        }
    }

    @Test
    @DisplayName("A first visit costs less than 100 kB")
    void isLight() throws Exception {
        var bytes = get("/sign-in", "gzip").body().length;
        for (var address : assets()) {
            bytes += get(address, "gzip").body().length;
        }
        assertThat(bytes).isLessThan(100_000);
    }

    @Test
    void theDashboardIsFreeOfBarriersInBothLanguages() throws Exception {
        var visitor = signedIn("ja-JP");
        assertThat(visitor.main()).contains("ダッシュボード", "青空クラウド株式会社", "全体管理者");
        visitor.findsNoBarrier();
        visitor.page().locator("[popovertarget=account]").click();
        visitor.press("English");
        assertThat(visitor.main()).contains("Dashboard", "Global admin");
        visitor.findsNoBarrier();
    }

    @Test
    void keepsTheChosenColours() {
        var visitor = signedIn("en-US");
        visitor.page().locator("[popovertarget=account]").click();
        visitor.press("Dark");
        visitor.goTo("/");
        assertThat(visitor.page().locator("html").getAttribute("data-theme")).isEqualTo("dark");
    }

    @Test
    void saysInBothLanguagesThatThereIsNoSuchPageAndHowToFindTheRequest() {
        var visitor = signedIn("ja-JP").goTo("/no-such-page");
        assertThat(visitor.main()).contains("ページが見つかりません", "関連付け ID");
        assertThat(visitor.page().locator("#correlation").innerText()).hasSize(36);
        visitor.findsNoBarrier();
    }

    private Visitor signedIn(String language) {
        var person = callers.aPartner();
        var visitor = browser.visitor(port, language).goTo("/sign-in");
        visitor.fill("name", person.signInName())
                .fill("password", person.password().reveal());
        visitor.page().locator("input[name=password]").press("Enter");
        visitor.page().waitForURL("**/sign-in/password");
        visitor.page()
                .locator("input[type=password]")
                .nth(0)
                .fill(person.password().reveal());
        visitor.page().locator("input[type=password]").nth(1).fill(CHOSEN);
        if (visitor.page().locator("input[type=password]").count() > 2) {
            visitor.page().locator("input[type=password]").nth(2).fill(CHOSEN);
        }
        visitor.page().locator("input[type=password]").last().press("Enter");
        visitor.page().waitForURL(address -> !address.contains("/sign-in"));
        return visitor;
    }

    private List<String> assets() throws Exception {
        var html = new String(get("/sign-in", "identity").body(), StandardCharsets.UTF_8);
        return ASSET.matcher(html).results().map(hit -> hit.group(1)).distinct().toList();
    }

    private HttpResponse<byte[]> get(String path, String encoding) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .header("Accept", "text/html")
                    .header("Accept-Encoding", encoding)
                    .build();
            return client.send(request, BodyHandlers.ofByteArray());
        }
    }
}
