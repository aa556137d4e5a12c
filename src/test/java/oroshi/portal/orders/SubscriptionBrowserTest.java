package oroshi.portal.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.OroshiTest;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.basics.SubscriptionId;
import oroshi.browser.Browser;
import oroshi.browser.Visitor;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;
import oroshi.clock.Clocks;
import oroshi.directory.Users;
import oroshi.orders.Counter;
import oroshi.orders.NewOrderLine;
import oroshi.orders.Shop;
import oroshi.partners.PartnerStatus;
import oroshi.partners.Partners;
import oroshi.subscriptions.SwitchablePlatform;

@OroshiTest
class SubscriptionBrowserTest {
    private static final String PASSWORD = "a password for pages";

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    private Counter counter;

    @Autowired
    private TestCallers callers;

    @Autowired
    private Users users;

    @Autowired
    private Clocks clocks;

    @Autowired
    private Partners partners;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("J2-A2 a licence change is interrupted for the agreement and goes on where it was; suspending is not")
    void confirmsTheAgreementOnTheWayToMoreLicences() {
        var admin = counter.partner(PartnerType.DIRECT_BILL, Shop.EXAMPLES);
        var person = callers.aPersonOf(admin.partnerId(), Role.SALES_AGENT);
        users.setPassword(person.partnerId().tenantId(), person.userId(), PASSWORD);
        var customer = counter.customer(admin, Optional.empty(), false);
        var sold = counter.sold(admin, customer, NewOrderLine.of("ENT-3", 10, BillingCycle.MONTHLY));
        var path = "/customers/" + customer + "/subscriptions/" + sold.id();
        var cole = browser.visitor(port, "en-US").signIn(person.signInName(), PASSWORD);

        cole.goTo(path)
                .fill("friendlyName", "Freight office")
                .fill("quantity", "12")
                .press("Submit");
        cole.page().waitForURL("**/agreement?next=**");
        cole.fill("firstName", "Tom").fill("lastName", "Nakai").fill("email", "tom@bluemesa.example");
        cole.fill("date", "4/23/2019").findsNoBarrier().press("Save and continue");
        cole.page().waitForURL("**" + path + "?**");
        assertThat(cole.named("quantity").inputValue()).isEqualTo("12");
        assertThat(cole.named("friendlyName").inputValue()).isEqualTo("Freight office");
        cole.findsNoBarrier().photograph(Path.of("target/subscription-ready.png"));
        cole.press("Submit");
        assertThat(cole.main()).contains("10 licenses become 12", "Charged now");
        cole.findsNoBarrier().photograph(Path.of("target/preview-licenses.png"));
        cole.press("Confirm change");
        cole.page().waitForURL("**" + path);
        assertThat(cole.main()).contains("The subscription was updated.");
        assertThat(cole.named("quantity").inputValue()).isEqualTo("12");

        cole.follow("Suspend").press("Suspend");
        cole.page().waitForURL("**" + path);
        assertThat(cole.main()).contains("It can be reactivated until 7/23/2019");
        cole.findsNoBarrier();
    }

    @Test
    @DisplayName("a sales agent moves a customer from classic Azure to the Azure plan and sees how far it is")
    void movesACustomerToTheAzurePlan() throws Exception {
        var admin = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER.minus(Duration.ofDays(2)));
        var person = callers.aPersonOf(admin.partnerId(), Role.SALES_AGENT);
        users.setPassword(person.partnerId().tenantId(), person.userId(), PASSWORD);
        var customer = counter.customer(admin);
        var sold = counter.sold(admin, customer, NewOrderLine.of("MS-AZR-0145P", 1, BillingCycle.MONTHLY));
        var page = "/customers/" + customer + "/azure-plan";
        var cole = browser.visitor(port, "en-US").signIn(person.signInName(), PASSWORD);

        cole.goTo(page);
        assertThat(cole.main()).contains("bought less than 24 hours ago").doesNotContain("Move now");
        clocks.stopAt(admin.partnerId(), Shop.LATER);
        rename(admin, customer, sold.id(), SwitchablePlatform.BREAKS);
        cole.goTo(page).press("Move now");
        arrives(cole, page, "Failed");
        assertThat(cole.main()).contains("What was ordered couldn't be set up.").contains("Move now");
        photograph(cole, "azure-plan-failed-en");
        var ito = browser.visitor(port, "ja-JP").signIn(person.signInName(), PASSWORD);
        ito.goTo(page).findsNoBarrier();
        assertThat(ito.main())
                .contains("失敗", "注文した内容を準備できませんでした。", "Azure プラン")
                .doesNotContain("set up.", "Azure plan");
        photograph(ito, "azure-plan-failed-ja");
        partners.changeStatus(admin.partnerId(), PartnerStatus.SUSPENDED);
        assertThat(ito.goTo(page).main()).contains("Azure プランへ移行できません: アカウントは中断されています。");
        photograph(ito, "azure-plan-refused-ja");
        partners.changeStatus(admin.partnerId(), PartnerStatus.ACTIVE);
        rename(admin, customer, sold.id(), "Kiln ERP");

        cole.goTo("/customers/" + customer + "/subscriptions/" + sold.id()).follow("Move to the Azure plan");
        cole.findsNoBarrier().photograph(Path.of("target/azure-plan-en-1280.png"));
        cole.press("Move now");
        cole.page().waitForURL("**" + page);
        assertThat(cole.main()).contains("The move to the Azure plan has begun.", "Kiln ERP");
        arrives(cole, page, "Completed");
        assertThat(cole.main()).doesNotContain("Move now");
        cole.findsNoBarrier().page().setViewportSize(390, 800);
        cole.photograph(Path.of("target/azure-plan-en-390.png"));
        cole.follow("Azure plan");
        assertThat(cole.main()).contains("Azure plan", "Active");
    }

    private void rename(Person person, CustomerId customer, SubscriptionId subscription, String name) throws Exception {
        var path = "/customers/" + customer + "/subscriptions/" + subscription;
        var answer = counter.patch(person, path, "{\"friendlyName\":\"" + name + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static void arrives(Visitor visitor, String page, String state) {
        for (var look = 0; look < 100 && !visitor.main().contains(state); look++) {
            visitor.page().waitForTimeout(100);
            visitor.goTo(page);
        }
        assertThat(visitor.main()).contains(state);
    }

    private static void photograph(Visitor visitor, String name) {
        visitor.photograph(Path.of("target", name + ".png"));
        var size = visitor.page().viewportSize();
        visitor.page().setViewportSize(390, 800);
        visitor.photograph(Path.of("target", name + "-narrow.png"));
        visitor.page().setViewportSize(size.width, size.height);
    }

    @Test
    @DisplayName("changes for the renewal are scheduled, shown and taken back")
    void schedulesChangesForTheRenewal() {
        var admin = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
        var person = callers.aPersonOf(admin.partnerId(), Role.ADMIN_AGENT);
        users.setPassword(person.partnerId().tenantId(), person.userId(), PASSWORD);
        var customer = counter.customer(admin);
        var sold = counter.sold(
                admin,
                customer,
                NewOrderLine.of("CFQ7TTC0LH18:0001", 12, BillingCycle.MONTHLY).withTerm(Term.ONE_YEAR));
        var path = "/customers/" + customer + "/subscriptions/" + sold.id();
        var cole = browser.visitor(port, "en-US").signIn(person.signInName(), PASSWORD);

        cole.goTo(path);
        assertThat(cole.main()).contains("The subscription renews as it is.");
        cole.follow("Schedule changes").fill("quantity", "0").fill("lastDay", "12/31/2027");
        assertThat(cole.main()).doesNotContain(", 400 JPY"); // what charities pay
        cole.choose("plan", "CFQ7TTC0LDPB:0001 P1Y annual").press("Schedule");
        assertThat(cole.main()).contains("Enter a whole number from 1 to 300.");
        cole.fill("quantity", "10").findsNoBarrier().photograph(Path.of("target/renewal-form-en-1280.png"));
        cole.press("Schedule");
        cole.page().waitForURL("**" + path);
        assertThat(cole.main())
                .contains("The changes are scheduled for the renewal.")
                .contains("On 1/15/2027 the subscription becomes:")
                .contains("Microsoft 365 Business Standard")
                .contains("12/31/2027");
        cole.findsNoBarrier().photograph(Path.of("target/renewal-en-1280.png"));
        cole.page().setViewportSize(390, 800);
        cole.photograph(Path.of("target/renewal-en-390.png"));
        cole.press("Take the changes back");
        cole.page().waitForURL("**" + path);
        assertThat(cole.main()).contains("The subscription renews as it is.");
    }
}
