package oroshi.portal.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.OroshiTest;
import oroshi.access.Browserless;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.browser.Browser;
import oroshi.browser.Visitor;
import oroshi.directory.Users;
import oroshi.orders.Counter;
import oroshi.orders.Shop;
import tools.jackson.databind.json.JsonMapper;

/** Taking an order back and handing in papers on its page. */
@OroshiTest
class OrderChangePagesTest {
    @RegisterExtension
    static final Browser browser = new Browser();

    private static final String PASSWORD = "a password for pages";
    private static final String SERVER = "DG7GMGF0D5RK:0002";

    @TempDir
    Path folder;

    @Autowired
    private Counter counter;

    @Autowired
    private TestCallers callers;

    @Autowired
    private Users users;

    @LocalServerPort
    private int port;

    @Test
    void takesAnOrderBackAfterAQuestion() throws Exception {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
        var customer = counter.customer(person);
        var order = ordered(person, customer, SERVER);
        var visitor = signedIn(agent(person, Role.ADMIN_AGENT));
        assertThat(visitor.get(order).body()).contains(order + "/cancel");
        assertThat(visitor.get(order + "/cancel").body()).contains("Everything in the order ends at once");
        var done = visitor.fill(order + "/cancel", Map.of());
        assertThat(done.statusCode()).isBetween(302, 303);
        assertThat(visitor.get(order).body()).contains("Canceled").doesNotContain(order + "/cancel");
    }

    @Test
    void hidesFromOthersWhatOnlyAdminAgentsDo() throws Exception {
        var person = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
        var customer = counter.customer(person);
        var order = ordered(person, customer, SERVER);
        var visitor = signedIn(agent(person, Role.SALES_AGENT));
        assertThat(visitor.get(order).body()).doesNotContain(order + "/cancel", "Hand in");
        assertThat(visitor.get(order + "/attachments/2f5b8d1e-9c04-47aa-b3f6-d81c70e45a29")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void handsPapersInAndReadsThemAgain() throws Exception {
        var person = counter.sandbox(Shop.LATER);
        var customer = counter.customer(person);
        var order = ordered(person, customer, "DG7GMGF0D7FV:0002");
        var admin = agent(person, Role.ADMIN_AGENT);
        var visitor = browser.visitor(port, "en-US").signIn(admin.signInName(), PASSWORD);
        visitor.goTo(order);
        handIn(visitor, paper(), "");
        assertThat(visitor.page().locator("main").innerText()).contains("Enter the price for the customer");
        handIn(visitor, paper(), "156.87");
        assertThat(visitor.page().locator("main").innerText()).contains("The files were handed in", "注文書.pdf");
        var address = visitor.page().locator("a[download]").getAttribute("href");
        var paper = signedIn(admin).get(address);
        assertThat(paper.body()).startsWith("%PDF");
        assertThat(paper.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
    }

    private Path paper() throws Exception {
        return Files.writeString(folder.resolve("注文書.pdf"), "%PDF-1.7\nOne of these, please.");
    }

    private static void handIn(Visitor visitor, Path paper, String price) {
        var page = visitor.page();
        if (!page.locator("input[name=customerPrice]").isVisible()) {
            page.locator("details summary").last().click();
        }
        page.locator("input[name=purchaseOrders]").setInputFiles(paper);
        visitor.fill("customerPrice", price);
        visitor.fill("currency", "JPY");
        page.locator("form[action$='/attachments'] button.primary").click();
        page.waitForLoadState();
    }

    private String ordered(Person person, CustomerId customer, String item) throws Exception {
        var body =
                "{\"billingCycle\":\"one_time\",\"lineItems\":[{\"lineItemNumber\":0,\"offerId\":\"%s\",\"quantity\":1}]}"
                        .formatted(item);
        var answer = counter.post(person, "/customers/" + customer + "/orders", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var number = JsonMapper.shared().readTree(answer.body()).path("id").asString();
        return "/customers/" + customer + "/orders/" + number;
    }

    private Person agent(Person person, Role role) {
        var agent = callers.aPersonOf(person.partnerId(), role);
        users.setPassword(agent.partnerId().tenantId(), agent.userId(), PASSWORD);
        return agent;
    }

    private Browserless signedIn(Person person) {
        var visitor = new Browserless(port);
        visitor.fill("/sign-in", Map.of("name", person.signInName(), "password", PASSWORD));
        return visitor;
    }
}
