package oroshi.portal.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.basics.UserId;
import oroshi.customers.CustomerRules;
import oroshi.customers.CustomerStand;
import oroshi.customers.Customers;
import oroshi.database.PartnerScope;
import oroshi.demo.DemoWorld;
import oroshi.directory.Directory;
import oroshi.directory.DirectoryUser;
import oroshi.directory.NewUser;
import oroshi.directory.TemporaryPassword;
import oroshi.directory.Users;
import oroshi.partners.Partners;
import oroshi.relationships.Relationships;

/** Users and licenses of a customer's record. */
@OroshiTest
class CustomerUsersTest {
    private static final String PREMIUM = "2ac34811-0e5d-58bb-b3d8-5a2111e1192e";
    private static final String CHOSEN = "correct horse battery staple";

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private TestCallers callers;

    @Autowired
    private Users users;

    @Autowired
    private Directory directory;

    @Autowired
    private ActivityLog log;

    @Autowired
    private Customers customers;

    @Autowired
    private CustomerRules rules;

    @Autowired
    private Partners partners;

    @Autowired
    private Relationships relationships;

    @LocalServerPort
    private int port;

    private Fixtures.Copy aozora;
    private Clerk.Served sakura;
    private CustomerId customer;
    private String page;

    @BeforeEach
    void setUp() {
        aozora = fixtures.aozora();
        sakura = clerk(aozora).onboard("onboarding/add-sakura.request.json", Map.of());
        customer = CustomerId.of(sakura.customer());
        page = "/customers/" + customer + "/users";
    }

    @Test
    void listsTheUsersWithRolesAndState() {
        add("taro", "太郎", "髙橋");
        var agent = signedIn("ken.sato");
        assertThat(agent.get(page).body())
                .contains(
                        "Users and licenses",
                        "髙橋 太郎",
                        "Standard user",
                        sakura.admin(),
                        "Temporary password",
                        "/reset\"");
        assertThat(agent.get(page + "?q=TARO").body()).contains("髙橋 太郎").doesNotContain("山本 直子");
        assertThat(agent.get(page + "?q=nobody").body()).contains("No user fits");
        for (var nonsense : new String[] {"after=x", "before=" + Ids.next() + "~%00", "sort=-what", "q=%00%25"}) {
            assertThat(agent.get(page + "?" + nonsense).statusCode())
                    .as(nonsense)
                    .isEqualTo(200);
        }
        assertThat(signedIn("misaki.suzuki").get(page).body()).doesNotContain("/reset\"");
    }

    @Test
    void showsFiftyOnAPageAndKeepsItsPlace() {
        for (var i = 0; i < 60; i++) {
            add("user%02d".formatted(i), "番 %02d".formatted(i), "社員");
        }
        var agent = signedIn("ken.sato");
        var first = agent.get(page + "?sort=signIn").body();
        assertThat(first).contains("user48@", "after=").doesNotContain("user49@", "before=");
        var second = agent.get(link(first, "after")).body();
        assertThat(second).contains("user49@", "user59@", "before=").doesNotContain("id=\"user48@", "user47@");
        assertThat(agent.get(link(second, "before")).body()).contains("user48@").doesNotContain("user49@");
        assertThat(agent.get(page + "?sort=-signIn").body()).contains("user59@").doesNotContain("user05@");
    }

    @Test
    @DisplayName("J8.5 a reset shows the new password once, ends the sessions and asks for a change at sign-in")
    void resetsAPassword() {
        var admin = inCustomerPortal();
        assertThat(admin.get("/customer-portal").statusCode()).isEqualTo(200);

        var agent = signedIn("ken.sato");
        var person = user(sakura.admin());
        var path = page + "/" + person.id();
        assertThat(agent.get(path + "/reset").body()).contains("直子", "new temporary password", ">Yes<");
        var reset = agent.post(path + "/password", Map.of());
        assertThat(Browserless.location(reset)).isEqualTo(path + "/password");
        var shown = agent.get(path + "/password");
        assertThat(shown.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        var password = password(shown.body());

        assertThat(admin.get("/customer-portal").statusCode()).isEqualTo(303);
        assertThat(signedIn("misaki.suzuki").get(path + "/password").statusCode())
                .isEqualTo(403);
        assertThat(signedIn("ken.sato").get(path + "/password").body()).doesNotContain(password);

        agent.get(path + "/password");
        agent.post(path + "/password/done", Map.of());
        assertThat(agent.get(path + "/password").body())
                .doesNotContain(password)
                .contains("can no longer be shown");
        assertThat(Browserless.location(new Browserless(port)
                        .fill("/customer-portal/sign-in", Map.of("name", sakura.admin(), "password", password))))
                .endsWith("/sign-in/password");
        assertThat(record("reset_customer_user_password"))
                .hasValueSatisfying(record -> assertThat(record.toString()).doesNotContain(password));
    }

    @Test
    @DisplayName("J8.5 a helpdesk agent resets the password of a user, not of an admin")
    void keepsAdminsFromTheHelpdesk() {
        var ordinary = add("taro", "太郎", "髙橋");
        var helpdesk = signedIn("sho.takahashi");
        helpdesk.get(page + "/" + ordinary + "/reset");
        assertThat(helpdesk.post(page + "/" + ordinary + "/password", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(helpdesk.post(page + "/" + user(sakura.admin()).id() + "/password", Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(helpdesk.post(page + "/" + Ids.next() + "/password", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("J4-A2 J8-A5 without delegated administration the section only explains, and no password is reset")
    void explainsWithoutDelegatedAdministration() {
        var stand = new CustomerStand(partners, customers, rules);
        var unadministered = stand.in(aozora.id(), () -> stand.add(aozora.id(), "株式会社若葉商事", Clerk.anyDomain()));
        stand.in(aozora.id(), () -> relationships.establish(aozora.id(), unadministered.id(), Optional.empty(), false));
        var agent = signedIn("ken.sato");
        var path = "/customers/" + unadministered.id() + "/users";
        assertThat(agent.get(path).body()).contains("no administrative privileges", "/customers/request-relationship");
        assertThat(agent.post(path + "/" + Ids.next() + "/password", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(signedIn(fixtures.cedarRidge(), "ben.cole").get(page).statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("J12-A4 in the US Government cloud Sam Reyes sees the reason and the way to the other portal, no user")
    void leadsElsewhereInTheGovernmentCloud() {
        var potomac = fixtures.potomac();
        var county = clerk(potomac).onboard("onboarding/add-prairie-bend.request.json", Map.of());
        var path = "/customers/" + county.customer() + "/users";
        var reyes = signedIn(potomac, "sam.reyes");
        assertThat(reyes.get(path).body())
                .contains("administration portal", "https://portal.office365.us/")
                .doesNotContain(county.admin(), "Walter");
        assertThat(reyes.get(path + "?q=admin").body()).doesNotContain(county.admin());
        var hill = signedIn(potomac, "grace.hill");
        hill.get(path);
        var admin = directory
                .users(CustomerId.of(county.customer()).tenantId())
                .getFirst()
                .id();
        assertThat(hill.post(path + "/" + admin + "/password", Map.of()).statusCode())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("8.2 a user is added with permissions and a license, and the temporary password is shown once")
    void addsAUser() {
        var agent = signedIn("ken.sato");
        assertThat(agent.get(page).body()).contains("Add user", "Deleted users (0)", "No license");
        var form = agent.get(page + "/new").body();
        assertThat(form).contains("Business Premium (25 available licenses)", "Helpdesk admin", "@" + domain());
        var wrong = agent.post(page, Map.of("name", "admin", "domain", domain(), "displayName", "Another admin"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("is already in use");
        assertThat(agent.post(page, Map.of("permissions", "limited", "licenses", "x"))
                        .body())
                .contains("Enter Display name", "Set the location", "Choose at least one kind");

        var added = agent.post(
                page,
                Map.of(
                        "lastName", "髙橋",
                        "firstName", "太郎",
                        "displayName", "髙橋 太郎",
                        "name", "taro",
                        "domain", domain(),
                        "usageLocation", "JP",
                        "permissions", "limited",
                        "roles", "helpdesk_admin",
                        "licenses", PREMIUM));
        var shown = agent.get(Browserless.location(added)).body();
        assertThat(shown).contains("髙橋 太郎", "Add another user");
        assertThat(agent.get(page).body()).contains("髙橋 太郎", "Helpdesk admin", "Business Premium", "Japan");
        assertThat(record("create_customer_user"))
                .hasValueSatisfying(record -> assertThat(record.toString()).doesNotContain(password(shown)));
        assertThat(signedIn("sho.takahashi").get(page + "/new").statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName(
            "8.4 the page of a user's licenses shows what is left, assigns what is ticked and takes what is cleared")
    void managesLicenses() {
        var path = page + "/" + add("taro", "太郎", "髙橋") + "/licenses";
        var agent = signedIn("ken.sato");
        assertThat(agent.get(path).body()).contains("Business Premium", "Not set", ">25<");
        var refused = agent.post(path, Map.of("licenses", PREMIUM));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Set the location", "checked");

        agent.get(page);
        var located = located("hanako");
        path = page + "/" + located + "/licenses";
        agent.get(path);
        assertThat(Browserless.location(agent.post(path, Map.of("licenses", PREMIUM))))
                .isEqualTo(page);
        assertThat(agent.get(page).body()).contains("were updated").contains("Business Premium");
        assertThat(agent.get(path).body()).contains("checked", ">24<");
        agent.post(path, Map.of());
        assertThat(agent.get(path).body()).doesNotContain("checked").contains(">25<");
    }

    @Test
    @DisplayName("J8-A4 a deleted user is shown for 30 days and restored, with a word about the license that is gone")
    void deletesAndRestores() {
        var agent = signedIn("ken.sato");
        var user = located("taro");
        var path = page + "/" + user;
        agent.get(path + "/licenses");
        agent.post(path + "/licenses", Map.of("licenses", PREMIUM));
        assertThat(agent.get(path + "/delete").body()).contains("Delete the account of taro?");
        assertThat(Browserless.location(agent.post(path + "/delete", Map.of()))).isEqualTo(page);
        assertThat(agent.get(page).body())
                .contains("taro was deleted", "Deleted users (1)")
                .doesNotContain("taro@");
        assertThat(agent.get(page + "/deleted").body()).contains("taro@", "Restore");

        onlyOneLicenseIsLeftAndTaken();
        agent.get(page + "/deleted");
        agent.post(path + "/restore", Map.of());
        assertThat(agent.get(page).body()).contains("no license was left of: Business Premium", "taro@");
        var admin = page + "/" + user(sakura.admin()).id() + "/delete";
        agent.get(admin);
        var last = agent.post(admin, Map.of());
        assertThat(last.statusCode()).isEqualTo(422);
        assertThat(last.body()).contains("global admin");
    }

    private void onlyOneLicenseIsLeftAndTaken() {
        var api = new Clerk(port, callers.token(callers.aPersonOf(aozora.id(), Role.values())));
        var root = "/v1/customers/" + customer;
        assertThat(api.call("PATCH", root + "/subscriptions/" + sakura.subscription(), "{\"quantity\":1}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(api.call(
                                "POST",
                                root + "/users/" + located("other") + "/licenseupdates",
                                "{\"licensesToAssign\":[{\"skuId\":\"" + PREMIUM + "\"}]}")
                        .statusCode())
                .isEqualTo(201);
    }

    /** A user who lives in Japan, added over the API. */
    private String located(String name) {
        var api = new Clerk(port, callers.token(callers.aPersonOf(aozora.id(), Role.values())));
        var added = api.call("POST", "/v1/customers/" + customer + "/users", """
                {"userPrincipalName":"%s@%s","displayName":"%s","usageLocation":"JP",
                 "passwordProfile":{"password":"Zr8#kLm2"}}""".formatted(name, domain(), name));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(200);
        return Clerk.json(added).path("id").asString();
    }

    private String domain() {
        return sakura.admin().substring(sakura.admin().indexOf('@') + 1);
    }

    private UserId add(String name, String givenName, String familyName) {
        return users.add(
                        customer.tenantId(),
                        new NewUser(
                                UserId.next(),
                                name,
                                givenName,
                                familyName,
                                "ja-JP",
                                EnumSet.noneOf(Role.class),
                                TemporaryPassword.generate()))
                .id();
    }

    private DirectoryUser user(String signInName) {
        return directory.users(customer.tenantId()).stream()
                .filter(user -> user.signInName().equals(signInName))
                .findFirst()
                .orElseThrow();
    }

    private Browserless inCustomerPortal() {
        var browser = new Browserless(port);
        browser.fill("/customer-portal/sign-in", Map.of("name", sakura.admin(), "password", sakura.password()));
        browser.fill(
                "/customer-portal/sign-in/password",
                Map.of("password", sakura.password(), "newPassword", CHOSEN, "repeatPassword", CHOSEN));
        return browser;
    }

    private Optional<ActivityRecord> record(String operation) {
        return records(aozora.id()).stream()
                .filter(record -> record.operation().equals(operation))
                .findFirst();
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

    private static String password(String body) {
        return body.replaceAll("(?s).*id=\"password\">([^<]+)<.*", "$1").replace("&amp;", "&");
    }

    private static String link(String body, String name) {
        return body.replaceAll("(?s).*href=\"([^\"]*[?&;]" + name + "=[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
    }

    private Clerk clerk(Fixtures.Copy partner) {
        return new Clerk(port, callers.token(callers.aPersonOf(partner.id(), Role.values())));
    }

    private Browserless signedIn(String person) {
        return signedIn(aozora, person);
    }

    private Browserless signedIn(Fixtures.Copy partner, String person) {
        var browser = new Browserless(port);
        browser.fill("/sign-in", Map.of("name", partner.signInName(person), "password", DemoWorld.PASSWORD));
        return browser;
    }
}
