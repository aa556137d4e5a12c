package oroshi.portal.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.OroshiTest;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.browser.Browser;
import oroshi.browser.Visitor;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;
import oroshi.directory.Users;
import oroshi.orders.Counter;
import oroshi.orders.NewOrderLine;
import oroshi.orders.Shop;

@OroshiTest
class ClockBrowserTest {
    @RegisterExtension
    static final Browser browser = new Browser();

    private static final String PASSWORD = "a password for pages";
    private static final String PAGE = "/settings/clock";

    @Autowired
    private Counter counter;

    @Autowired
    private TestCallers callers;

    @Autowired
    private Users users;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("somebody moves the clock of a sandbox by three years and watches what runs")
    void movesTheClockAndWatches() {
        var person = counter.sandbox(Shop.LATER);
        var line =
                NewOrderLine.of("CFQ7TTC0LH18:0001", 12, BillingCycle.MONTHLY).withTerm(Term.THREE_YEARS);
        counter.sold(person, counter.customer(person), line);
        var visitor = signedIn(person, "ja-JP").goTo("/").follow("サンドボックスの時計");
        assertThat(visitor.text()).contains("このアカウントの時刻は 2026/01/15 09:12 UTC です。");
        visitor.tick("mode", "stopped").press("独自の時計を使う");
        visitor.press("3 年");
        visitor.page().waitForURL("**" + PAGE);
        PlaywrightAssertions.assertThat(visitor.page().locator("#clock"))
                .containsText("準備完了", new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
        assertThat(visitor.text()).contains("このアカウントの時刻", "2029/01/15 09:12 UTC", "サブスクリプションの課金・更新");
        visitor.findsNoBarrier();
        visitor.follow("次へ");
        assertThat(visitor.main()).contains("2026/02/15 00:00 UTC");
    }

    @Test
    void saysWhyAClockDoesNotGoBack() {
        var person = counter.sandbox(Shop.LATER);
        var visitor = signedIn(person, "en-US").goTo(PAGE);
        visitor.press("Use an own clock");
        visitor.fill("date", "1/1/2020").press("Move to this date");
        assertThat(visitor.main()).contains("A clock never goes back. Choose a later time.");
        visitor.fill("date", "").press("Move to this date");
        assertThat(visitor.main()).contains("Enter Date.");
        visitor.press("Return to real time");
        assertThat(visitor.main()).contains("The account lives in real time again.");
    }

    @Test
    void showsTheClockToWhoMayNotMoveItAndToNoOtherPartner() {
        var person = counter.sandbox(Shop.LATER);
        var agent = callers.aPersonOf(person.partnerId(), Role.SALES_AGENT);
        var visitor = signedIn(agent, "en-US").goTo(PAGE);
        assertThat(visitor.main()).contains("This account lives in real time");
        assertThat(visitor.page().locator("main form").count()).isZero();
        var business = signedIn(callers.aPartner(), "en-US");
        assertThat(business.goTo("/").text()).doesNotContain("Sandbox clock");
        assertThat(business.goTo(PAGE).main()).doesNotContain("Sandbox clock");
    }

    private Visitor signedIn(Person person, String language) {
        users.setPassword(person.partnerId().tenantId(), person.userId(), PASSWORD);
        return browser.visitor(port, language).signIn(person.signInName(), PASSWORD);
    }
}
