package oroshi.portal.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
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
import oroshi.clock.Clocks;
import oroshi.directory.Users;
import oroshi.orders.Counter;
import oroshi.orders.NewOrderLine;

/** From classic subscriptions to new commerce, on pages. */
@OroshiTest
class MigrationBrowserTest {
    private static final String PASSWORD = "a password for pages";
    private static final Instant BOUGHT = Instant.parse("2025-02-11T09:00:00Z");
    private static final Instant NOW = Instant.parse("2025-11-17T07:00:48Z");

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    private Counter counter;

    @Autowired
    private Users users;

    @Autowired
    private Clocks clocks;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("a migration is scheduled, changed and canceled, and another begins at once and is watched to its end")
    void schedulesCancelsAndMigrates() {
        var person = counter.partner(PartnerType.DIRECT_BILL, BOUGHT);
        var customer = counter.customer(person);
        var base = counter.sold(person, customer, line("ENT-3"));
        var addOn = counter.sold(person, customer, line("ADD-PHONE"));
        clocks.stopAt(person.partnerId(), NOW);
        var path = "/customers/" + customer + "/subscriptions/";
        var cole = signedIn(person, "en-US");

        cole.goTo(path + base.id()).follow("Migrate to new commerce").findsNoBarrier();
        assertThat(cole.main()).contains("Enterprise 3", "Phone add-on", "In new commerce", "2/10/2026");
        photograph(cole, "migrate-en");
        cole.tick("when", "day").fill("day", "2/11/2026").press("Check again");
        assertThat(cole.main()).contains("Choose a day from 11/18/2025 to 2/10/2026.");
        cole.fill("day", "12/9/2025").press("Check again").press("Schedule the migration");
        assertThat(cole.main()).contains("The migration is scheduled.", "on 12/9/2025.");
        cole.findsNoBarrier();
        photograph(cole, "migrate-scheduled-en");
        cole.follow("Change the schedule")
                .tick("when", "renewal")
                .press("Check again")
                .press("Save the schedule");
        assertThat(cole.main()).contains("at its renewal on 2/11/2026.");
        cole.goTo(path + addOn.id());
        assertThat(cole.main()).contains("It goes along with the subscription that it hangs on.");
        cole.goTo(path + base.id()).press("Cancel the migration");
        assertThat(cole.main()).contains("The scheduled migration is canceled.");

        cole.follow("Migrate to new commerce").fill("quantity", "12").press("Migrate now");
        assertThat(cole.main()).as("what was typed is shown before it is done").contains("12");
        cole.press("Migrate now");
        assertThat(cole.main()).contains("The migration has begun.");
        cole.page()
                .waitForSelector(
                        "text=Go to the new subscription", new Page.WaitForSelectorOptions().setTimeout(20_000));
        photograph(cole, "migrate-done-en");
        assertThat(cole.main()).doesNotContain("Reactivate");
        cole.follow("Go to the new subscription").findsNoBarrier();
        assertThat(cole.main()).contains("Migrated from", "12");
    }

    @Test
    @DisplayName("what stands against a migration is said in the reader's language, and nothing can be pressed")
    void saysWhatStandsAgainstIt() {
        var person = counter.partner(PartnerType.DIRECT_BILL, NOW);
        var customer = counter.customer(person);
        var mail = counter.sold(person, customer, NewOrderLine.of("MAIL-1", 5, BillingCycle.MONTHLY));
        counter.sold(person, customer, NewOrderLine.of("ADD-ARCHIVE", 5, BillingCycle.MONTHLY));
        var path = "/customers/" + customer + "/subscriptions/" + mail.id();
        var ito = signedIn(person, "ja-JP");

        ito.goTo(path).follow("新しいコマースへ移行").findsNoBarrier();
        assertThat(ito.main())
                .contains("この内容では移行できません", "サブスクリプションの利用開始から 1 か月を過ぎていません。", "アーカイブ")
                .doesNotContain("archive");
        assertThat(ito.page().getByText("今すぐ移行").count()).isZero();
        photograph(ito, "migrate-ja");

        clocks.stopAt(person.partnerId(), NOW.plus(Duration.ofDays(60)));
        ito.fill("quantity", "20000000").press("もう一度確認").findsNoBarrier();
        assertThat(ito.main()).contains("サブスクリプションを移行できません: 1 ～ ", " の整数を入力してください。");
        photograph(ito, "migrate-too-many-ja");
    }

    private Visitor signedIn(Person person, String language) {
        users.setPassword(person.partnerId().tenantId(), person.userId(), PASSWORD);
        return browser.visitor(port, language).signIn(person.signInName(), PASSWORD);
    }

    private static NewOrderLine line(String offer) {
        return NewOrderLine.of(offer, 10, BillingCycle.MONTHLY);
    }

    private static void photograph(Visitor visitor, String name) {
        visitor.photograph(Path.of("target", name + ".png"));
        var size = visitor.page().viewportSize();
        visitor.page().setViewportSize(390, 800);
        visitor.photograph(Path.of("target", name + "-narrow.png"));
        visitor.page().setViewportSize(size.width, size.height);
    }
}
