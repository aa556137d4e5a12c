package oroshi.portal.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.OroshiTest;
import oroshi.access.TestCallers.Person;
import oroshi.basics.PartnerType;
import oroshi.browser.Browser;
import oroshi.browser.Visitor;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;
import oroshi.clock.Clocks;
import oroshi.database.PartnerScope;
import oroshi.directory.Users;
import oroshi.orders.Counter;
import oroshi.orders.NewOrderLine;
import oroshi.orders.Shop;
import oroshi.relationships.Relationships;

@OroshiTest
class UpgradeBrowserTest {
    private static final String PASSWORD = "a password for pages";

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    private Counter counter;

    @Autowired
    private Users users;

    @Autowired
    private Clocks clocks;

    @Autowired
    private Relationships relationships;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("an upgrade shows what is charged before it is made, and does what it showed")
    void upgradesAfterAPreview() {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
        var customer = counter.customer(person);
        counter.sold(person, customer, yearly("CFQ7TTC0LDPB:0001", 3).withFriendlyName("Depot"));
        var basic = counter.sold(person, customer, yearly("CFQ7TTC0LH18:0001", 12));
        clocks.stopAt(person.partnerId(), Instant.parse("2026-01-25T08:00:00Z"));
        var path = "/customers/" + customer + "/subscriptions/" + basic.id();
        var cole = signedIn(person, "en-US");

        cole.goTo(path).follow("Upgrade now").findsNoBarrier();
        photograph(cole, "upgrade-en");
        cole.fill("quantity", "400").press("Show what is charged");
        assertThat(cole.main()).contains("whole number from 1 to 300");
        cole.fill("quantity", "5").press("Show what is charged");
        assertThat(cole.main())
                .contains("-3,048 JPY", "6,367 JPY", "3,319 JPY", "A new subscription takes the licenses");
        cole.findsNoBarrier();
        photograph(cole, "upgrade-preview-en");
        cole.fill("quantity", "6").press("Upgrade now");
        assertThat(cole.main()).contains("3,983 JPY"); // not what was shown: 1880 / 31 * 21 * 6 less 900 / 31 * 21 * 6
        cole.press("Upgrade now");
        cole.page()
                .waitForURL(url -> url.contains("/subscriptions/")
                        && !url.contains(basic.id().toString()));
        assertThat(cole.main()).contains("Upgraded to Microsoft 365 Business Standard.");
    }

    @Test
    @DisplayName(
            "J7-A4 without admin privileges the page leads to a request for them; a trial is converted in its own way")
    void leadsToARequestAndConverts() {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.EXAMPLES);
        var customer = counter.customer(person);
        var essentials = counter.sold(person, customer, NewOrderLine.of("BIZ-ESS", 10, BillingCycle.MONTHLY));
        var trial = counter.sold(person, customer, NewOrderLine.of("TRIAL-ENT3", 25, BillingCycle.NONE));
        var path = "/customers/" + customer + "/subscriptions/";
        var ito = signedIn(person, "ja-JP");
        ito.goTo(path + essentials.id()).follow("今すぐアップグレード").press("請求内容を表示");
        assertThat(ito.main()).contains("割り当て済みのユーザーは、新しい製品を利用します。");
        ito.findsNoBarrier();
        photograph(ito, "upgrade-preview-ja");

        PartnerScope.run(person.partnerId(), () -> relationships.administer(person.partnerId(), customer, false));
        ito.press("今すぐアップグレード");
        assertThat(ito.main()).contains("この顧客の管理特権がありません。");
        ito.goTo(path + essentials.id()).follow("今すぐアップグレード").findsNoBarrier();
        photograph(ito, "upgrade-impossible-ja");
        assertThat(ito.main()).contains("管理特権を含む関係を依頼する");

        ito.goTo(path + trial.id()).follow("試用版を有料サブスクリプションに変換");
        ito.fill("quantity", "20").press("請求内容を表示").findsNoBarrier();
        photograph(ito, "convert-ja");
        ito.press("試用版を有料サブスクリプションに変換");
        ito.page().waitForURL("**" + path + trial.id());
        assertThat(ito.main()).contains("試用版は エンタープライズ 3 のサブスクリプションになりました。");
    }

    private Visitor signedIn(Person person, String language) {
        users.setPassword(person.partnerId().tenantId(), person.userId(), PASSWORD);
        return browser.visitor(port, language).signIn(person.signInName(), PASSWORD);
    }

    private static NewOrderLine yearly(String item, int seats) {
        return NewOrderLine.of(item, seats, BillingCycle.MONTHLY).withTerm(Term.ONE_YEAR);
    }

    private static void photograph(Visitor visitor, String name) {
        visitor.photograph(Path.of("target", name + ".png"));
        var size = visitor.page().viewportSize();
        visitor.page().setViewportSize(390, 800);
        visitor.photograph(Path.of("target", name + "-narrow.png"));
        visitor.page().setViewportSize(size.width, size.height);
    }
}
