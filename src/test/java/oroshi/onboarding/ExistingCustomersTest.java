package oroshi.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.Clerk;
import oroshi.Fixtures;
import oroshi.OroshiTest;
import oroshi.access.Browserless;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.activity.ActivityFilter;
import oroshi.activity.ActivityLog;
import oroshi.activity.ActivityRecord;
import oroshi.agreements.DirectAcceptances.Person;
import oroshi.basics.Cloud;
import oroshi.basics.CustomerId;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;
import oroshi.database.PartnerScope;
import oroshi.demo.DemoWorld;
import oroshi.directory.Directory;
import oroshi.directory.DomainPrefix;
import oroshi.directory.NewTenant;
import oroshi.directory.NewUser;
import oroshi.directory.TemporaryPassword;
import oroshi.directory.Users;
import oroshi.relationships.RelationshipRequests;
import oroshi.relationships.Relationships;

/** The way from a partner's request to the customer's acceptance, and the ways out of a relationship. */
@OroshiTest
class ExistingCustomersTest {
    private static final String PASSWORD = "a password for kaede";
    private static final String PAGE = "/customers/request-relationship";
    private static final Pattern LINK = Pattern.compile("<code>http://localhost:\\d+([^<]+)</code>");
    private static final Map<String, String> PROFILE = Map.of(
            "companyName", "楓フーズ株式会社",
            "addressLine1", "栄3-6-1",
            "city", "名古屋市中区",
            "state", "23",
            "postalCode", "460-0008",
            "culture", "ja-JP",
            "firstName", "翼",
            "lastName", "中村",
            "email", "tsubasa.nakamura@kaede-foods.example");

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private TestCallers callers;

    @Autowired
    private Directory directory;

    @Autowired
    private Users users;

    @Autowired
    private ExistingCustomers existing;

    @Autowired
    private RelationshipRequests requests;

    @Autowired
    private Relationships relationships;

    @Autowired
    private ActivityLog log;

    @LocalServerPort
    private int port;

    private Fixtures.Copy aozora;

    /** An existing directory in the country whose admin is signed in to the customer portal. */
    private record Company(TenantId tenant, Browserless admin) {
        String customer() {
            return CustomerId.of(tenant).toString();
        }
    }

    @BeforeEach
    void setUp() {
        aozora = fixtures.aozora();
    }

    @Test
    @DisplayName(
            "J4-A1 a global admin completes the profile, accepts partner and agreement, and is on the partner's list")
    void acceptsWithAgreement() {
        var agent = signedIn(aozora, "ken.sato");
        var link = link(agent.get(PAGE));
        var kaede = kaede("JP");
        assertThat(link)
                .contains("DAP=true", "partnerId=" + aozora.id(), "mpnId=4390101", "invType=ResellerRelationship");
        assertThat(new Browserless(port).get(link).statusCode()).isEqualTo(303);
        assertThat(kaede.admin().get(link).body())
                .contains("4390101", "has to be completed first", "/customer-portal/company?back=", "disabled");
        assertThat(accept(kaede, link, Map.of("agreement", "true")).statusCode())
                .isEqualTo(422);

        complete(kaede);
        assertThat(kaede.admin().get(link).body())
                .contains("admin agents of 青空クラウド株式会社 become global admins", "name=\"agreement\"")
                .doesNotContain("has to be completed first");
        assertThat(accept(kaede, link, Map.of("agreement", "true")).statusCode())
                .isEqualTo(303);

        assertThat(agent.get("/customers?q=" + kaede.customer()).body()).contains("楓フーズ株式会社");
        assertThat(agent.get("/notifications").body()).contains("楓フーズ株式会社 accepted you as its reseller");
        assertThat(agent.get(record(kaede, "/users")).body()).contains("中村 翼");
        assertThat(agent.get(record(kaede, "/account")).body())
                .contains("名古屋市中区", "Accepted by customer")
                .doesNotContain("no delegated administration privileges");
        assertThat(records(aozora))
                .extracting(ActivityRecord::operation)
                .contains("extend_relationship", "dap_admin_relationship_approved")
                .doesNotContain("add_customer");
        assertThat(records(aozora))
                .extracting(ActivityRecord::webhook)
                .contains(
                        Optional.of("reseller-relationship-accepted-by-customer"),
                        Optional.of("dap-admin-relationship-approved"));
        assertThat(records(aozora)).extracting(ActivityRecord::userName).contains("admin@" + domain(kaede));
        assertThat(kaede.admin().get(link).body())
                .contains("serves your company since")
                .doesNotContain("name=\"accepted\"");
    }

    @Test
    @DisplayName("J4-A1 what the customer has from another partner stays with that partner and is not shown")
    void leavesOtherPartnersAlone() {
        var other = fixtures.aozora();
        var sakura = clerk(other).onboard("onboarding/add-sakura.request.json", Map.of());
        var company = company(CustomerId.of(sakura.customer()).tenantId(), sakura.admin());
        var agent = signedIn(aozora, "ken.sato");
        assertThat(accept(company, link(agent.get(PAGE)), Map.of()).statusCode())
                .isEqualTo(303);

        assertThat(agent.get(record(company, "/subscriptions")).body()).doesNotContain("Business Premium");
        assertThat(agent.get(record(company, "/account")).body())
                .contains("大阪市北区")
                .doesNotContain("重要");
        assertThat(signedIn(other, "ken.sato")
                        .get(record(company, "/subscriptions"))
                        .body())
                .contains("Business Premium");
    }

    @Test
    @DisplayName("J4-A2 without delegated administration users are not shown, and ordering works")
    void acceptsWithoutAdministration() {
        var agent = signedIn(aozora, "ken.sato");
        agent.get(PAGE);
        var link = link(agent.post(PAGE, Map.of("language", "en", "text", "", "action", "check")));
        assertThat(link).contains("DAP=false");
        var kaede = kaede("JP");
        complete(kaede);
        assertThat(accept(kaede, link, Map.of("agreement", "true")).statusCode())
                .isEqualTo(303);

        assertThat(agent.get(record(kaede, "/users")).body())
                .contains("no administrative privileges", PAGE)
                .doesNotContain("中村 翼");
        assertThat(agent.get(record(kaede, "/subscriptions")).body())
                .contains("no delegated administration privileges");
        assertThat(order(aozora, kaede).statusCode()).isEqualTo(201);

        var asked = link.replace("DAP=false", "DAP=true");
        assertThat(kaede.admin().get(asked).body()).contains("serves your company since", "name=\"accepted\"");
        assertThat(accept(kaede, asked, Map.of()).statusCode()).isEqualTo(303);
        assertThat(agent.get(record(kaede, "/users")).body()).contains("中村 翼");
    }

    @Test
    @DisplayName("J4-A3 somebody who is no global admin of the customer reads the page and can't accept")
    void letsOnlyGlobalAdminsAccept() {
        var kaede = kaede("JP");
        complete(kaede);
        var clerk = new Company(kaede.tenant(), person(kaede.tenant(), "keiri", Role.BILLING_ADMIN));
        var link = link(signedIn(aozora, "ken.sato").get(PAGE));
        assertThat(clerk.admin().get(link).body())
                .contains("Only a global admin of your company", "disabled")
                .doesNotContain(">Accept<");
        var refused = accept(clerk, link, Map.of());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Only a global admin of your company");
        assertThat(clerk.admin().post("/customer-portal/company", PROFILE).statusCode())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("J4-A4 a partner of another market region, another cloud or no link at all: the reason, and no box")
    void saysWhyALinkCannotBeAccepted() {
        var kaede = kaede("JP");
        complete(kaede);
        var cole = link(signedIn(fixtures.cedarRidge(), "ben.cole").get(PAGE));
        var refused = kaede.admin().get(cole);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("different market region").doesNotContain("name=\"accepted\"");

        var link = link(signedIn(aozora, "ken.sato").get(PAGE));
        for (var wrong : List.of(
                link.replaceAll("token=.*", "token=x"),
                link.replaceAll("partnerId=[^&]*", "partnerId=x"),
                link.replaceAll("msppId=0", "msppId=" + fixtures.cedarRidge().id()),
                "/customer-portal/invitations")) {
            var unknown = kaede.admin().get(wrong);
            assertThat(unknown.statusCode()).as(wrong).isEqualTo(404);
            assertThat(unknown.body()).contains("unknown or was withdrawn");
        }
        var before = agentList(aozora, kaede);
        kaede.admin().get(link);
        kaede.admin().post("/customer-portal/invitations/decline", Map.of());
        assertThat(agentList(aozora, kaede)).isEqualTo(before).contains("No customer fits");
    }

    @Test
    @DisplayName(
            "J4-A5 a reseller invites for itself and its provider: both serve, the provider orders, the reseller doesn't")
    void acceptsResellerAndProviderAtOnce() {
        var toto = fixtures.totoWithReseller();
        var provider = Objects.requireNonNull(toto.get("P-JPP"));
        var reseller = Objects.requireNonNull(toto.get("R-JP1"));
        var mori = signedIn(reseller, "hikaru.mori");
        var page = "/indirect-providers/" + provider.id() + "/invite-customers";
        assertThat(mori.get("/indirect-providers").body()).contains(page);
        var link = link(mori.get(page));
        assertThat(link).contains("IndirectResellerRelationship", "msppId=" + provider.id());
        var kaede = kaede("JP");
        complete(kaede);
        assertThat(kaede.admin().get(link).body()).contains("有限会社みなとシステム", "東都ディストリビューション株式会社");
        assertThat(accept(kaede, link, Map.of("agreement", "true")).statusCode())
                .isEqualTo(303);

        assertThat(agentList(reseller, kaede)).contains("楓フーズ株式会社", "(indirect)");
        assertThat(signedIn(provider, "daiki.kobayashi")
                        .get("/customers?q=" + kaede.customer())
                        .body())
                .contains("楓フーズ株式会社", "(indirect)");
        assertThat(order(provider, kaede).statusCode()).isEqualTo(201);
        assertThat(order(reseller, kaede).statusCode()).isEqualTo(403);
        assertThat(mori.get(record(kaede, "/users")).body()).contains("中村 翼");
        assertThat(kaede.admin().get("/customer-portal/partners").body()).contains("through 東都ディストリビューション株式会社");
    }

    @Test
    @DisplayName(
            "J4-A6 a relationship ends only when nothing runs; the customer is gone and may come back with its agreement")
    void endsARelationship() {
        var sakura = clerk(aozora).onboard("onboarding/add-sakura.request.json", Map.of());
        var path = "/customers/" + sakura.customer() + "/account";
        var ito = signedIn(aozora, "ren.ito");
        assertThat(ito.get(path).body()).contains("1 active subscription(s)").doesNotContain("/remove-relationship");
        assertThat(ito.post(path + "/remove-relationship", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(ito.get(path).statusCode()).isEqualTo(200);
        assertThat(signedIn(aozora, "ken.sato").get(path).body()).doesNotContain("Remove reseller relationship");
        var sold = "/customers/" + sakura.customer() + "/subscriptions/" + sakura.subscription();
        ito.get(sold + "/suspend");
        assertThat(ito.post(sold + "/suspend", Map.of()).statusCode()).isEqualTo(303);
        assertThat(ito.get(path).body()).contains("/remove-relationship").doesNotContain("active subscription(s)");
        assertThat(ito.post(path + "/remove-relationship", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(ito.get(path).statusCode()).isEqualTo(404);

        var kaede = kaede("JP");
        complete(kaede);
        var link = link(signedIn(aozora, "ken.sato").get(PAGE));
        accept(kaede, link, Map.of("agreement", "true"));
        var removal = record(kaede, "/account/remove-relationship");
        assertThat(ito.get(removal).body()).contains("楓フーズ株式会社", "The customer leaves your list");
        assertThat(ito.post(removal, Map.of()).statusCode()).isEqualTo(303);
        assertThat(agentList(aozora, kaede)).contains("No customer fits");
        assertThat(ito.get(record(kaede, "/account")).statusCode()).isEqualTo(404);
        assertThat(kaede.admin().get("/customer-portal/partners").body()).doesNotContain("4390101");
        assertThat(records(aozora))
                .extracting(ActivityRecord::webhook)
                .contains(Optional.of("customer-relationship-removed"));

        assertThat(accept(kaede, link, Map.of()).statusCode()).isEqualTo(303);
        assertThat(ito.get(record(kaede, "/account")).body()).contains("Accepted by customer");
    }

    @Test
    @DisplayName("J4-A7 the government cloud has no command, no page and no call for it")
    void isAbsentInTheGovernmentCloud() {
        var potomac = fixtures.potomac();
        var hill = signedIn(potomac, "grace.hill");
        assertThat(hill.get("/customers").body()).doesNotContain("Request a reseller relationship");
        assertThat(hill.get(PAGE).statusCode()).isEqualTo(400);
        assertThat(clerk(potomac).get("/v1/customers/relationshiprequests").body())
                .contains("900141");
    }

    @Test
    @DisplayName("J4-A8 the customer removes roles: a banner, no administration, the rest unchanged")
    void removesRoles() {
        var sakura = clerk(aozora).onboard("onboarding/add-sakura.request.json", Map.of());
        var company = company(CustomerId.of(sakura.customer()).tenantId(), sakura.admin());
        var path = "/customer-portal/partners/" + aozora.id() + "/remove-roles";
        var clerk = person(company.tenant(), "keiri");
        clerk.get(path);
        assertThat(clerk.post(path, Map.of()).statusCode()).isEqualTo(403);
        assertThat(company.admin().get("/customer-portal/partners").body()).contains(path);
        company.admin().get(path);
        assertThat(company.admin().post(path, Map.of()).statusCode()).isEqualTo(303);

        var agent = signedIn(aozora, "ken.sato");
        assertThat(agent.get(record(company, "/subscriptions")).body())
                .contains("no delegated administration privileges", "Business Premium");
        assertThat(agent.get(record(company, "/users")).body()).doesNotContain("山本 直子");
        assertThat(records(aozora))
                .extracting(ActivityRecord::webhook)
                .contains(Optional.of("dap-admin-relationship-terminated"));
        assertThat(company.admin().get(path).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("J4-04 the link in an edited text follows the choice; a lost link is told and inserted")
    void keepsTheLinkInTheText() {
        var agent = signedIn(aozora, "ken.sato");
        var link = link(agent.get(PAGE));
        var address = "http://localhost:" + port + link;
        var without =
                agent.post(PAGE, Map.of("language", "en", "text", "Mine: " + address + " end", "action", "check"));
        assertThat(text(without)).isEqualTo("Mine: " + address.replace("DAP=true", "DAP=false") + " end");
        assertThat(without.body()).doesNotContain("was removed or changed");

        var lost = agent.post(PAGE, Map.of("includeDap", "true", "language", "en", "text", "Mine", "action", "check"));
        assertThat(lost.body()).contains("was removed or changed", "Insert the link");
        var cut = agent.post(
                PAGE, Map.of("includeDap", "true", "language", "en", "text", address + "x", "action", "check"));
        assertThat(cut.body()).contains("was removed or changed");
        var inserted =
                agent.post(PAGE, Map.of("includeDap", "true", "language", "en", "text", "Mine", "action", "insert"));
        assertThat(text(inserted)).startsWith("Mine").contains(address);
        var japanese =
                agent.post(PAGE, Map.of("includeDap", "true", "language", "ja", "text", "Mine", "action", "language"));
        assertThat(text(japanese)).contains("貴社のクラウド リセラー", address);
    }

    @Test
    @DisplayName("J4-06 an admin agent withdraws every link, a sales agent can't; the API hands out the same link")
    void withdrawsLinks() {
        var sales = signedIn(aozora, "misaki.suzuki");
        var link = link(sales.get(PAGE));
        assertThat(sales.get(PAGE).body()).doesNotContain("/new-link");
        assertThat(sales.post(PAGE + "/new-link", Map.of()).statusCode()).isEqualTo(403);
        var call = Clerk.json(clerk(aozora).get("/v1/customers/relationshiprequests"));
        assertThat(call.path("url").asString())
                .isEqualTo("http://localhost:" + port + link.replace("DAP=true", "DAP=false")
                        + "#/billing/partner-invitation");

        var agent = signedIn(aozora, "ken.sato");
        agent.get(PAGE);
        assertThat(agent.post(PAGE + "/new-link", Map.of()).statusCode()).isEqualTo(303);
        assertThat(kaede("JP").admin().get(link).statusCode()).isEqualTo(404);
        assertThat(signedIn(aozora, "sho.takahashi").get(PAGE).statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName("J4-02 a partner of the programme can't be the customer of another one")
    void refusesPartnersAsCustomers() {
        var other = fixtures.aozora();
        var link = PartnerScope.call(aozora.id(), () -> requests.link(aozora.id(), Optional.empty(), true));
        var refused = org.assertj.core.api.Assertions.catchThrowable(
                () -> existing.open(other.id().tenantId(), link));
        assertThat(refused).hasMessageContaining("A partner of the programme");
    }

    @Test
    void makesOneRelationshipOfTenSimultaneousAcceptances() throws Exception {
        var kaede = kaede("JP");
        complete(kaede);
        var link = PartnerScope.call(aozora.id(), () -> requests.link(aozora.id(), Optional.empty(), true));
        var admin = directory.users(kaede.tenant()).getFirst();
        var consent = new RelationshipConsent(
                new Person(admin.id(), admin.signInName(), true), Optional.of("ja"), "192.0.2.1");
        try (var threads = Executors.newFixedThreadPool(10)) {
            for (var i = 0; i < 10; i++) {
                threads.execute(() -> existing.accept(kaede.tenant(), link, consent));
            }
        }
        assertThat(relationships.ofTenant(kaede.tenant())).hasSize(1);
        assertThat(records(aozora))
                .extracting(ActivityRecord::operation)
                .containsOnlyOnce("extend_relationship", "dap_admin_relationship_approved");
    }

    private Company kaede(String country) {
        var admin = new NewUser(
                UserId.next(), "admin", "翼", "中村", "ja-JP", Set.of(Role.GLOBAL_ADMIN), TemporaryPassword.generate());
        var tenant = directory.create(
                new NewTenant(
                        TenantId.next(),
                        Cloud.PUBLIC,
                        DomainPrefix.parse(Clerk.anyDomain()),
                        "楓フーズ株式会社",
                        country,
                        "ja-JP"),
                admin);
        return company(tenant.id(), "admin@" + tenant.initialDomain());
    }

    private Company company(TenantId tenant, String admin) {
        var person = directory.users(tenant).stream()
                .filter(user -> user.signInName().equals(admin))
                .findFirst()
                .orElseThrow();
        return new Company(tenant, signedIn(tenant, person.id(), admin));
    }

    private Browserless person(TenantId tenant, String name, Role... roles) {
        var user = users.add(
                tenant,
                new NewUser(UserId.next(), name, "愛", "経理", "ja-JP", Set.of(roles), TemporaryPassword.generate()));
        return signedIn(tenant, user.id(), user.signInName());
    }

    private Browserless signedIn(TenantId tenant, UserId user, String name) {
        users.setPassword(tenant, user, PASSWORD);
        var browser = new Browserless(port);
        browser.fill("/customer-portal/sign-in", Map.of("name", name, "password", PASSWORD));
        return browser;
    }

    private void complete(Company company) {
        company.admin().get("/customer-portal/company");
        var saved = company.admin().post("/customer-portal/company", PROFILE);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
    }

    private static HttpResponse<String> accept(Company company, String link, Map<String, String> more) {
        company.admin().get(link);
        var form = new HashMap<>(more);
        for (var pair : link.substring(link.indexOf('?') + 1).split("&")) {
            form.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        form.putAll(Map.of("accepted", "true", "language", "ja"));
        return company.admin().post("/customer-portal/invitations", form);
    }

    private HttpResponse<String> order(Fixtures.Copy partner, Company company) {
        return clerk(partner)
                .call("POST", "/v1/customers/" + company.customer() + "/orders", """
                        {"billingCycle":"monthly","referenceCustomerId":"%s",
                         "lineItems":[{"lineItemNumber":0,"offerId":"ENT-3","quantity":1}]}""".formatted(company.customer()));
    }

    private String agentList(Fixtures.Copy partner, Company company) {
        var person = partner.sheet().users().stream()
                .filter(user -> user.roles().contains(Role.ADMIN_AGENT))
                .findFirst()
                .orElseThrow();
        return signedIn(partner, person.name())
                .get("/customers?q=" + company.customer())
                .body()
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"|<meta[^>]*>", "");
    }

    private String domain(Company company) {
        return directory.findTenant(company.tenant()).orElseThrow().initialDomain();
    }

    private static String record(Company company, String section) {
        return "/customers/" + company.customer() + section;
    }

    private List<ActivityRecord> records(Fixtures.Copy partner) {
        var everything = new ActivityFilter(
                Instant.EPOCH,
                Instant.parse("2100-01-01T00:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return PartnerScope.call(partner.id(), () -> log.list(partner.id(), everything, Optional.empty(), 100));
    }

    private static String link(HttpResponse<String> page) {
        var found = LINK.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1).replace("&amp;", "&");
    }

    private static String text(HttpResponse<String> page) {
        return page.body()
                .replaceAll("(?s).*<textarea[^>]*>(.*?)</textarea>.*", "$1")
                .replace("&amp;", "&");
    }

    private Clerk clerk(Fixtures.Copy partner) {
        return new Clerk(port, callers.token(callers.aPersonOf(partner.id(), Role.values())));
    }

    private Browserless signedIn(Fixtures.Copy partner, String person) {
        var browser = new Browserless(port);
        browser.fill("/sign-in", Map.of("name", partner.signInName(person), "password", DemoWorld.PASSWORD));
        return browser;
    }
}
