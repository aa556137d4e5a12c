package oroshi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.OroshiTest;
import oroshi.access.Browserless;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.database.PartnerScope;
import oroshi.directory.Users;
import oroshi.partners.LegalProfiles;
import oroshi.partners.PartnerProfiles;
import oroshi.partners.ProfileVetting;

/** The partner's own profiles on their pages. */
@OroshiTest
class ProfilePagesTest {
    private static final String PASSWORD = "a password for pages";

    @Autowired
    private TestCallers callers;

    @Autowired
    private Users users;

    @Autowired
    private LegalProfiles legal;

    @Autowired
    private PartnerProfiles profiles;

    @LocalServerPort
    private int port;

    private Person admin;
    private Browserless browser;

    @BeforeEach
    void signIn() {
        admin = callers.aPartner();
        browser = signedIn(admin);
    }

    private Browserless signedIn(Person person) {
        users.setPassword(person.partnerId().tenantId(), person.userId(), PASSWORD);
        var signedIn = new Browserless(port);
        signedIn.fill("/sign-in", Map.of("name", person.signInName(), "password", PASSWORD));
        return signedIn;
    }

    @Test
    @DisplayName("Journey 11.1: a global admin updates legal data, which are vetted, and the authorized name stays")
    void updatesLegalData() {
        var path = "/settings/partner/legal";
        var version = version(browser.get(path).body());
        var wrong = browser.post(path, legalData("12", version));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"address-postalCode-error\"");

        assertThat(Browserless.location(browser.post(path, legalData("100-0005", version))))
                .isEqualTo("/settings/partner");
        var id = admin.partnerId();
        assertThat(PartnerScope.call(id, () -> legal.get(id)).profile().vetting())
                .isEqualTo(ProfileVetting.PENDING);
        PartnerScope.run(id, () -> legal.decide(id, true));
        var renamed = legalData("100-0005", version(browser.get(path).body()));
        renamed.put("companyName", "別の株式会社");
        browser.post(path, renamed);
        assertThat(PartnerScope.call(id, () -> legal.get(id)).profile())
                .returns("青空クラウド株式会社", vetted -> vetted.profile().companyName())
                .returns(ProfileVetting.AUTHORIZED, vetted -> vetted.vetting());
    }

    private static Map<String, String> legalData(String postalCode, String version) {
        return new HashMap<>(Map.of(
                "version", version,
                "companyName", "青空クラウド株式会社",
                "address.addressLine1", "丸の内1-1-1",
                "address.city", "千代田区",
                "address.state", "13",
                "address.postalCode", postalCode,
                "primaryContact.firstName", "蓮",
                "primaryContact.lastName", "伊藤",
                "primaryContact.email", "ren.ito@aozora-cloud.example"));
    }

    @Test
    @DisplayName("I3: what somebody else saved in between is shown, not overwritten")
    void showsWhatSomebodyElseSaved() {
        var path = "/settings/partner/support";
        var old = version(browser.get(path).body());
        browser.post(path, Map.of("version", old, "website", "first.example"));

        var late = browser.post(path, Map.of("version", old, "website", "second.example"));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("first.example", "second.example");
        browser.post(path, Map.of("version", version(late.body()), "website", "second.example"));
        assertThat(browser.get("/settings/partner").body()).contains("second.example");
    }

    @Test
    @DisplayName("Journey 11.3: the tax ID is for billing admins too, the bill-to address for global admins alone")
    void letsABillingAdminChangeTheTaxId() {
        var clerk = signedIn(callers.aPersonOf(admin.partnerId(), Role.BILLING_ADMIN));
        var path = "/settings/billing/edit";
        var page = clerk.get(path).body();
        assertThat(page).doesNotContain("address.addressLine1");
        clerk.post(path, Map.of("version", version(page), "taxId", "T1234567890123", "address.city", "大阪市"));
        var id = admin.partnerId();
        assertThat(PartnerScope.call(id, () -> profiles.billing(id)).profile())
                .returns("T1234567890123", profile -> profile.taxId())
                .returns("", profile -> profile.address().city());

        var sales = signedIn(callers.aPersonOf(admin.partnerId(), Role.SALES_AGENT));
        assertThat(sales.get("/settings/partner").statusCode()).isEqualTo(403);
        var agent = signedIn(callers.aPersonOf(admin.partnerId(), Role.ADMIN_AGENT));
        assertThat(agent.get("/settings/partner").statusCode()).isEqualTo(200);
        assertThat(agent.get("/settings/partner/legal").statusCode()).isEqualTo(403);
        assertThat(agent.get("/settings/organization").body())
                .contains(admin.partnerId().toString());
    }

    private static String version(String page) {
        var found = Pattern.compile("name=\"version\" value=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
