package oroshi.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.OroshiTest;
import oroshi.access.Browserless;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.basics.Cloud;
import oroshi.basics.CustomerId;
import oroshi.basics.TenantId;
import oroshi.directory.Directory;
import oroshi.directory.DomainPrefix;
import oroshi.directory.NewTenant;
import oroshi.directory.NewUser;
import oroshi.directory.TemporaryPassword;
import oroshi.orders.Counter;

/** The agreement on a customer's record, and the customer's own portal. */
@OroshiTest
class AgreementPagesTest {
    private static final String CHOSEN = "correct horse battery staple";

    @Autowired
    private TestCallers callers;

    @Autowired
    private Counter counter;

    @Autowired
    private Directory directory;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("J2-A8 the partner asks, the customer's admin accepts in the portal, and the record says so")
    void asksAndAccepts() {
        var agent = callers.aPersonOf(callers.aPartner().partnerId(), Role.ADMIN_AGENT);
        var prefix = DomainPrefix.parse(
                "c" + UUID.randomUUID().toString().replace("-", "").substring(0, 20));
        var admin = NewUser.admin("直子", "山本", "ja-JP", TemporaryPassword.generate());
        var tenant = directory.create(
                new NewTenant(TenantId.next(), Cloud.PUBLIC, prefix, "株式会社みどり運輸", "JP", "ja-JP"), admin);
        var customer = CustomerId.of(tenant.id());
        counter.add(agent.partnerId(), customer, Optional.empty());
        var page = "/customers/" + customer + "/agreement";
        var browser = signedIn("", agent.signInName(), agent.password());

        assertThat(browser.get(page).body()).contains("Not provided", "Confirm acceptance");
        assertThat(browser.get(page + "/ask").body()).contains("/customer-portal");
        assertThat(browser.post(page + "/ask", Map.of()).statusCode()).isEqualTo(303);
        assertThat(browser.get(page).body()).contains("Waiting for the customer");

        var portal = signedIn("/customer-portal", "admin@" + tenant.initialDomain(), admin.password());
        assertThat(portal.get("/customer-portal").body()).contains("I accept on behalf of 株式会社みどり運輸");
        assertThat(portal.post("/customer-portal/agreement", Map.of()).statusCode())
                .isEqualTo(422);
        var accepted = portal.post("/customer-portal/agreement", Map.of("accepted", "true", "language", "ja-JP"));
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(303);
        assertThat(portal.get("/customer-portal/partners").body()).contains("Cloud reseller");

        assertThat(browser.get(page).body()).contains("Accepted by customer", "Notifications: 1 unread");
        assertThat(browser.get("/notifications").body())
                .contains("accepted the customer agreement (admin@" + tenant.initialDomain() + ")", "Mark all as read");
        assertThat(browser.post("/notifications/read", Map.of()).statusCode()).isEqualTo(303);
        assertThat(browser.get("/notifications").body()).doesNotContain("unread", "Mark all as read");
        var form = Map.of("firstName", "直子", "lastName", "山本", "email", "no", "date", "2026-01-09");
        assertThat(browser.post(page, form).statusCode()).isEqualTo(422);
        var attested = browser.post(
                page,
                Map.of(
                        "firstName",
                        "直子",
                        "lastName",
                        "山本",
                        "email",
                        "naoko@midori.example",
                        "date",
                        LocalDate.of(2026, 1, 9).toString(),
                        "language",
                        "ja-JP"));
        assertThat(attested.statusCode()).as(attested.body()).isEqualTo(303);
        assertThat(browser.get(page).body()).contains("naoko@midori.example");
    }

    private Browserless signedIn(String root, String name, TemporaryPassword password) {
        var browser = new Browserless(port);
        browser.fill(root + "/sign-in", Map.of("name", name, "password", password.reveal()));
        browser.fill(
                root + "/sign-in/password",
                Map.of("password", password.reveal(), "newPassword", CHOSEN, "repeatPassword", CHOSEN));
        return browser;
    }
}
