package oroshi.portal.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.OroshiTest;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.basics.PartnerType;
import oroshi.browser.Browser;
import oroshi.catalog.BillingCycle;
import oroshi.directory.Users;
import oroshi.orders.Counter;
import oroshi.orders.NewOrderLine;
import oroshi.orders.Shop;

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
        cole.page().waitForURL("**" + path);
        assertThat(cole.main()).contains("The subscription was updated.");
        assertThat(cole.named("quantity").inputValue()).isEqualTo("12");

        cole.follow("Suspend").press("Suspend");
        cole.page().waitForURL("**" + path);
        assertThat(cole.main()).contains("It can be reactivated until 7/23/2019");
        cole.findsNoBarrier();
    }
}
