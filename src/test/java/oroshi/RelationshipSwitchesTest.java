package oroshi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import oroshi.access.Browserless;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.activity.ActivityFilter;
import oroshi.activity.ActivityLog;
import oroshi.activity.ActivityRecord;
import oroshi.basics.Cloud;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;
import oroshi.browser.Browser;
import oroshi.browser.Visitor;
import oroshi.database.PartnerScope;
import oroshi.demo.DemoWorld;
import oroshi.directory.Directory;
import oroshi.directory.DomainPrefix;
import oroshi.directory.NewTenant;
import oroshi.directory.NewUser;
import oroshi.directory.TemporaryPassword;
import oroshi.directory.Users;

/** What an operator may switch on about relationships, switched on. */
@OroshiTest
@TestPropertySource(
        properties = {
            "oroshi.relationships.reseller-initiated=true",
            "oroshi.relationships.gov-relationship-request=true"
        })
class RelationshipSwitchesTest {
    @RegisterExtension
    static final Browser browser = new Browser();

    private static final String PASSWORD = "a password for the county";
    private static final Pattern LINK = Pattern.compile("<code>http://localhost:\\d+([^<]+)</code>");

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private TestCallers callers;

    @Autowired
    private Directory directory;

    @Autowired
    private Users users;

    @Autowired
    private ActivityLog log;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("J3-07 a reseller asks, the provider accepts, and the reseller's global admin authorizes the provider")
    void partnersOnTheResellersRequest() {
        var rheinland = fixtures.rheinland();
        var hanse = fixtures.hanse();
        var petersen = visitor(hanse, "jan.petersen", "ja-JP");
        petersen.goTo("/indirect-providers").follow("パートナーシップを要求する");
        assertThat(petersen.named("text").inputValue()).contains("間接リセラーとして", "5550011");
        petersen.findsNoBarrier().photograph(Path.of("target/partnership-request.png"));
        var link = petersen.page().locator("code").innerText();

        var bach = visitor(rheinland, "timo.bach", "en-US").goTo(link);
        assertThat(bach.main()).contains(hanse.sheet().name(), "A global admin of");
        bach.findsNoBarrier().photograph(Path.of("target/partnership-agree.png"));
        bach.press("Accept request");
        bach.page().waitForURL("**/indirect-resellers");
        assertThat(bach.main()).contains("Accepted requests", "still has to authorize", "No indirect resellers");
        bach.findsNoBarrier().photograph(Path.of("target/partnership-agreed.png"));
        bach.goTo(link);
        assertThat(bach.main()).contains("has not authorized your company yet").doesNotContain("Accept request");

        petersen.goTo("/notifications");
        assertThat(petersen.main()).contains("リセラーの承認を待っています");
        petersen.goTo("/indirect-providers").findsNoBarrier().photograph(Path.of("target/partnership-waits.png"));
        petersen.page().locator("a[href*='/indirect-providers/accept']").click();
        petersen.page().waitForURL("**/accept**");
        petersen.tick("authorized", "true").press("間接プロバイダーを承認する");
        petersen.page().waitForURL("**/indirect-providers");
        assertThat(petersen.main()).contains("間接プロバイダーになりました").doesNotContain("受け入れ済みの要求");
        bach.goTo("/indirect-resellers");
        assertThat(bach.main()).contains("5550011").doesNotContain("Accepted requests");
        for (var side : List.of(rheinland, hanse)) {
            assertThat(records(side.id()))
                    .extracting(ActivityRecord::operation)
                    .containsSubsequence("create_partner_relationship", "accept_partner_relationship_request");
        }
    }

    @Test
    @DisplayName(
            "J3-07 either side withdraws before the authorization; a sales agent can't accept; no way round the link")
    void withdrawsAnAcceptedRequest() {
        var rheinland = fixtures.rheinland();
        var hanse = fixtures.hanse();
        var petersen = signedIn(hanse, "jan.petersen");
        var link = link(petersen.get("/indirect-providers/request").body());
        var bach = signedIn(rheinland, "timo.bach");
        var seller = signedIn(rheinland.id(), Role.SALES_AGENT);
        assertThat(seller.get(link).body())
                .contains("Only a global admin or an admin agent")
                .doesNotContain("Accept request");
        assertThat(seller.post("/indirect-resellers/accept", fields(link)).statusCode())
                .isEqualTo(403);
        assertThat(authorize(petersen, rheinland.id())).isEqualTo(404);

        agree(bach, link);
        bach.get("/indirect-resellers");
        assertThat(bach.post("/indirect-resellers/" + hanse.id() + "/withdraw", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(authorize(petersen, rheinland.id())).isEqualTo(404);
        agree(bach, link);
        petersen.get("/indirect-providers");
        assertThat(petersen.post("/indirect-providers/" + rheinland.id() + "/withdraw", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(petersen.post("/indirect-providers/" + rheinland.id() + "/withdraw", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(bach.get("/indirect-resellers").body()).doesNotContain("Accepted requests");

        petersen.get("/indirect-providers/request");
        petersen.post("/indirect-providers/request/new-link", Map.of());
        assertThat(bach.get(link).statusCode()).isEqualTo(404);
        assertThat(petersen.get(link(petersen.get("/indirect-providers/request").body()))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("J12-A1 row 6 switched on: the page without the box, and a county accepts with administration")
    void asksCustomersOfTheGovernmentCloud() {
        var potomac = fixtures.potomac();
        var hill = signedIn(potomac, "grace.hill");
        assertThat(hill.get("/customers").body()).contains("/customers/request-relationship");
        var page = hill.get("/customers/request-relationship").body();
        assertThat(page)
                .contains("always included in this cloud", "Microsoft Cloud for US Government")
                .doesNotContain("type=\"checkbox\" name=\"includeDap\"");
        var link = link(page);
        assertThat(link).contains("DAP=true");
        var call = new Clerk(port, callers.token(callers.aPersonOf(potomac.id(), Role.values())))
                .read("/v1/customers/relationshiprequests");
        assertThat(call.path("url").asString()).contains("DAP=true");

        var county = county();
        var clerk = customerAdmin(county);
        clerk.get("/customer-portal/company");
        assertThat(clerk.post("/customer-portal/company", PROFILE).statusCode()).isEqualTo(303);
        var withoutAdministration = link.replace("DAP=true", "DAP=false");
        assertThat(clerk.get(withoutAdministration).body())
                .contains("become global admins")
                .doesNotContain("name=\"agreement\"");
        var form = fields(withoutAdministration);
        form.put("accepted", "true");
        assertThat(clerk.post("/customer-portal/invitations", form).statusCode())
                .isEqualTo(303);

        var record = "/customers/" + CustomerId.of(county);
        assertThat(hill.get(record + "/account").body())
                .contains("Prairie Bend")
                .doesNotContain("no delegated administration privileges");
        assertThat(records(potomac.id()))
                .extracting(ActivityRecord::operation)
                .contains("extend_relationship", "dap_admin_relationship_approved");
        assertThat(hill.get("/indirect-resellers/accept").statusCode()).isIn(403, 404);
    }

    private static final Map<String, String> PROFILE = Map.of(
            "companyName", "County of Prairie Bend, Office of the Clerk",
            "addressLine1", "200 Courthouse Square",
            "city", "Prairie Bend",
            "state", "KS",
            "postalCode", "66002",
            "culture", "en-US",
            "firstName", "Walter",
            "lastName", "Boone",
            "email", "wboone@prairiebend.example");

    private TenantId county() {
        var admin = new NewUser(
                UserId.next(),
                "admin",
                "Walter",
                "Boone",
                "en-US",
                Set.of(Role.GLOBAL_ADMIN),
                TemporaryPassword.generate());
        return directory
                .create(
                        new NewTenant(
                                TenantId.next(),
                                Cloud.US_GOV,
                                DomainPrefix.parse(Clerk.anyDomain()),
                                "County of Prairie Bend",
                                "US",
                                "en-US"),
                        admin)
                .id();
    }

    private Browserless customerAdmin(TenantId tenant) {
        var admin = directory.users(tenant).getFirst();
        users.setPassword(tenant, admin.id(), PASSWORD);
        var reader = new Browserless(port);
        reader.fill("/customer-portal/sign-in", Map.of("name", admin.signInName(), "password", PASSWORD));
        return reader;
    }

    private void agree(Browserless provider, String link) {
        provider.get(link);
        assertThat(provider.post("/indirect-resellers/accept", fields(link)).statusCode())
                .isEqualTo(303);
    }

    /** What the reseller hears that authorizes the provider without a link of the provider's. */
    private static int authorize(Browserless reseller, PartnerId provider) {
        reseller.get("/indirect-providers");
        return reseller.post(
                        "/indirect-providers/accept",
                        Map.of("provider", provider.toString(), "token", "", "authorized", "true"))
                .statusCode();
    }

    private static Map<String, String> fields(String link) {
        var fields = new HashMap<String, String>();
        for (var pair : link.substring(link.indexOf('?') + 1).split("&")) {
            fields.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return fields;
    }

    private static String link(String page) {
        var found = LINK.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return Objects.requireNonNull(found.group(1)).replace("&amp;", "&");
    }

    private List<ActivityRecord> records(PartnerId partner) {
        var everything = new ActivityFilter(
                Instant.EPOCH,
                Instant.parse("2100-01-01T00:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return PartnerScope.call(partner, () -> log.list(partner, everything, Optional.empty(), 100));
    }

    private Visitor visitor(Fixtures.Copy partner, String person, String language) {
        return browser.visitor(port, language).signIn(partner.signInName(person), DemoWorld.PASSWORD);
    }

    private Browserless signedIn(Fixtures.Copy partner, String person) {
        var reader = new Browserless(port);
        reader.fill("/sign-in", Map.of("name", partner.signInName(person), "password", DemoWorld.PASSWORD));
        return reader;
    }

    private Browserless signedIn(PartnerId partner, Role role) {
        var person = callers.aPersonOf(partner, role);
        users.setPassword(partner.tenantId(), person.userId(), PASSWORD);
        var reader = new Browserless(port);
        reader.fill("/sign-in", Map.of("name", person.signInName(), "password", PASSWORD));
        return reader;
    }
}
