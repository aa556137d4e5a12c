package oroshi.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.Clerk;
import oroshi.Fixtures;
import oroshi.OroshiTest;
import oroshi.access.Accounts;
import oroshi.access.Admission;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.tokens.TestTokens;
import oroshi.activity.ActivityFilter;
import oroshi.activity.ActivityLog;
import oroshi.activity.ActivityRecord;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.clock.Clocks;
import oroshi.database.PartnerScope;
import oroshi.relationships.Relationships;
import oroshi.relationships.Wire;
import tools.jackson.databind.JsonNode;

/** The users of a customer and their directory roles as clients see them: requests in, golden JSON out. */
@OroshiTest
@TestInstance(Lifecycle.PER_CLASS)
class CustomerUserWireTest {
    private static final String ADMINS = "/directoryroles/62e90394-69f5-4237-9190-012177145e10/usermembers";
    private static final String HELPDESK = "/directoryroles/729827e3-9c14-49f7-bb1b-9608f156bbb8/usermembers";
    private static final String DELETED =
            "/users?size=500&filter=%7B%22Field%22%3A%22UserState%22%2C%22Value%22%3A%22Inactive%22%2C%22Operator%22%3A%22equals%22%7D";
    private static final Set<Role> READERS = EnumSet.of(Role.ADMIN_AGENT, Role.HELPDESK_AGENT);
    private static final Set<Role> CHANGERS = EnumSet.of(Role.ADMIN_AGENT);

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private TestCallers callers;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Clocks clocks;

    @Autowired
    private Relationships relationships;

    @Autowired
    private ActivityLog log;

    @LocalServerPort
    private int port;

    private PartnerId partner;
    private PartnerId sharedPartner;
    private Office office;
    private Office shared;

    /** What tests share who leave the customer as it was, but for users of their own. */
    @BeforeAll
    void share() {
        onboard();
        shared = office;
        sharedPartner = partner;
    }

    @BeforeEach
    void takeTheSharedOne() {
        office = shared;
        partner = sharedPartner;
    }

    private void onboard() {
        partner = fixtures.aozora().id();
        var clerk = clerk(partner, Role.values());
        office = new Office(clerk, clerk.onboard("onboarding/add-sakura.request.json", Map.of()));
    }

    @Test
    @DisplayName("8.2 a user is created, read, listed, changed, deleted, restored and gone after 30 days")
    void followsTheLifeOfAUser() throws Exception {
        onboard();
        var created = office.expect("create-user", "POST", "/users/", golden("create-user.request.json"), 200);
        office.place("user", created.path("id").asString());
        office.place("admin", adminId());
        assertThat(signIn("marisol.quint", Office.PASSWORD)).isInstanceOf(Admission.Admitted.class);

        office.expect("get-user", "GET", "/users/{user}", "", 200);
        office.expect("list-users", "GET", "/users?sortField=DisplayName&sortDirection=Ascending", "", 200);
        office.expect(
                "update-user", "PATCH", "/users/{user}", "{\"usageLocation\":\"ca\",\"firstName\":null,\"x\":[]}", 200);

        assertThat(office.call("DELETE", "/users/{user}", "").statusCode()).isEqualTo(204);
        assertThat(signIn("marisol.quint", Office.PASSWORD)).isInstanceOf(Admission.Wrong.class);
        office.expect("get-deleted-user", "GET", "/users/{user}", "", 404);
        office.refuses("DELETE", "/users/{user}", "", 404, 3000);
        office.expect("list-deleted-users", "GET", DELETED, "", 200);
        assertThat(ids("/users")).doesNotContain(created.path("id").asString());
        office.refuses("POST", "/users", office.user("marisol.quint", ""), 409, 1003);

        office.expect(
                "restore-user", "PATCH", "/users/{user}", "{\"state\":\"Active\",\"lastName\":\"Quint-Ito\"}", 200);
        assertThat(signIn("marisol.quint", Office.PASSWORD)).isInstanceOf(Admission.Admitted.class);
        office.call("DELETE", "/users/{user}", "");

        clocks.stopAt(partner, Fixtures.MORNING.plus(Duration.ofDays(30)).minusSeconds(1));
        assertThat(ids(DELETED)).hasSize(1);
        clocks.stopAt(partner, Fixtures.MORNING.plus(Duration.ofDays(30)));
        assertThat(ids(DELETED)).isEmpty();
        office.refuses("PATCH", "/users/{user}", "{\"state\":\"active\"}", 404, 3000);
        assertThat(office.add("marisol.quint")).isNotEqualTo(created.path("id").asString());

        assertThat(operations())
                .containsSubsequence(
                        "create_customer_user",
                        "update_customer_user",
                        "delete_customer_user",
                        "restore_customer_user",
                        "delete_customer_user",
                        "create_customer_user");
        assertThat(records().toString()).doesNotContain(Office.PASSWORD);
    }

    @Test
    @DisplayName("a password with half a letter in it is as weak as one that is too short")
    void refusesAPasswordWithHalfALetter() {
        var torn = office.user("torn", "").replace(Office.PASSWORD, Office.PASSWORD + "\\ud864");
        office.refuses("POST", "/users", torn, 400, 3000);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            create-user-no-name        | {"displayName":"A B","passwordProfile":{"password":"Zr8#kLm2"}}                                         | 400
            create-user-no-display     | {"userPrincipalName":"a.b@{domain}","passwordProfile":{"password":"Zr8#kLm2"}}                           | 400
            create-user-no-profile     | {"userPrincipalName":"a.b@{domain}","displayName":"A B"}                                                 | 400
            create-user-no-password    | {"userPrincipalName":"a.b@{domain}","displayName":"A B","passwordProfile":{"forceChangePassword":true}}  | 400
            create-user-weak           | {"userPrincipalName":"a.b@{domain}","displayName":"A B","passwordProfile":{"password":"Zr8kLm2"}}        | 400
            create-user-uniform        | {"userPrincipalName":"a.b@{domain}","displayName":"A B","passwordProfile":{"password":"aaaaaaaaaa1"}}    | 400
            create-user-repeats        | {"userPrincipalName":"taro@{domain}","displayName":"A B","passwordProfile":{"password":"TaroYamada1!"}}  | 400
            create-user-foreign-domain | {"userPrincipalName":"a.b@sakura.example","displayName":"A B","passwordProfile":{"password":"Zr8#kLm2"}} | 400
            create-user-no-domain      | {"userPrincipalName":"a.b","displayName":"A B","passwordProfile":{"password":"Zr8#kLm2"}}                | 400
            create-user-location       | {"userPrincipalName":"a.b@{domain}","displayName":"A B","usageLocation":"XX","passwordProfile":{"password":"Zr8#kLm2"}} | 400
            create-user-taken          | {"userPrincipalName":"ADMIN@{domain}","displayName":"A B","passwordProfile":{"password":"Zr8#kLm2"}}     | 409
            create-user-type           | {"userPrincipalName":5,"displayName":"A B","passwordProfile":{"password":"Zr8#kLm2"}}                    | 400
            create-user-password-type  | {"userPrincipalName":"a.b@{domain}","displayName":"A B","passwordProfile":"Zr8#kLm2"}                    | 400
            """)
    void refusesUsersThatBreakARule(String golden, String body, int status) throws Exception {
        var before = ids("/users");
        office.expect(golden, "POST", "/users", body, status);
        assertThat(ids("/users")).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"state":"inactive"}                              | 400 | 3000
            {"state":"asleep"}                                | 400 | 900126
            {"usageLocation":"Japan"}                         | 400 | 3000
            {"displayName":"  "}                              | 400 | 3000
            {"userPrincipalName":"taken@{domain}"}            | 409 | 1003
            {"userPrincipalName":"taro@elsewhere.example"}    | 400 | 3000
            {"passwordProfile":{"password":"short"}}          | 400 | 3000
            {"phoneNumber":12}                                | 400 | 3000
            {"firstName":"123456789012345678901234567890123456789012345678901"} | 400 | 3000
            """)
    void refusesChangesThatBreakARule(String body, int status, int code) {
        var user = adminId();
        office.call("POST", "/users", office.user("taken", ""));
        var before = office.read("/users/" + user);
        office.refuses("PATCH", "/users/" + user, body, status, code);
        assertThat(office.read("/users/" + user)).isEqualTo(before);
        office.refuses("PATCH", "/users/{nobody}", "{}", 404, 3000);
        office.refuses("PATCH", "/users/hanako", "{}", 400, 3000);
    }

    @Test
    void changesEverythingThatMayChange() {
        var user = office.add("taro2");
        var changed = office.call("PATCH", "/users/" + user, """
                {"userPrincipalName":"Taro.Takahashi@{domain}","firstName":"太郎","lastName":"髙橋","displayName":"髙橋 太郎",
                 "usageLocation":"DE","phoneNumber":"06-5550-0123","immutableId":"x1","state":"active",
                 "userDomainType":"federated","softDeletionTime":"then","passwordProfile":{"password":"Nw6&hTq4"}}""");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(changed.body())
                .contains("taro.takahashi@", "髙橋 太郎", "06-5550-0123", "\"none\"", "x1")
                .doesNotContain("Nw6", "passwordProfile");
        assertThat(signIn("taro.takahashi", "Nw6&hTq4")).isInstanceOf(Admission.Admitted.class);
        var same = office.call("PATCH", "/users/" + user, "{\"firstName\":null,\"state\":null}");
        assertThat(Clerk.json(same)).isEqualTo(Clerk.json(changed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DisplayName", "UserPrincipalName", "firstname", "LastName"})
    @DisplayName("lists of users are walked by key forwards and back, in every order")
    void walksTheList(String field) {
        if (!office.read("/users").toString().contains("walker5@")) {
            for (var number = 0; number < 6; number++) {
                office.add("walker" + (number * 5 % 6));
            }
        }
        for (var direction : List.of("Ascending", "Descending")) {
            var all = ids("/users?sortField=" + field + "&sortDirection=" + direction);
            assertThat(all).hasSizeGreaterThan(6).doesNotHaveDuplicates();
            var size = (all.size() + 2) / 3;
            var page = office.read("/users?size=" + size + "&sortField=" + field + "&sortDirection=" + direction);
            var seen = new ArrayList<>(ids(page));
            page = neighbour(page, "next");
            seen.addAll(ids(page));
            page = neighbour(page, "next");
            seen.addAll(ids(page));
            assertThat(seen).isEqualTo(all);
            assertThat(page.path("links").path("next").isMissingNode()).isTrue();
            assertThat(ids(neighbour(page, "previous"))).isEqualTo(all.subList(size, 2 * size));
        }
    }

    private JsonNode neighbour(JsonNode page, String link) {
        var to = page.path("links").path(link);
        var answer = office.clerk()
                .get(
                        "/v1" + to.path("uri").asString(),
                        to.at("/headers/0/key").asString(),
                        to.at("/headers/0/value").asString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Clerk.json(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /users?size=501                          | 3000
            /users?sortField=Password                | 3000
            /users?seekOperation=Next                | 3000
            /users?filter=nonsense                   | 3000
            /users?filter=%7B%22Field%22%3A%22UserState%22%2C%22Value%22%3A%22Asleep%22%2C%22Operator%22%3A%22equals%22%7D | 3000
            /users?filter=%7B%22Field%22%3A%22Name%22%2C%22Value%22%3A%22a%22%2C%22Operator%22%3A%22equals%22%7D           | 3000
            /users?filter=%7B%22Field%22%3A%22UserState%22%2C%22Value%22%3A%22Active%22%2C%22Operator%22%3A%22starts_with%22%7D | 2000
            """)
    void refusesListsThatItCannotMake(String path, int code) {
        office.refuses("GET", path, "", 400, code);
    }

    @Test
    @DisplayName("8.5 a reset answers the new password once, ends the sessions and leaves no trace of it")
    void resetsAPassword() throws Exception {
        onboard();
        office.place("user", office.add("marisol.quint"));
        office.expect(
                "reset-password", "PATCH", "/users/{user}/resetpassword", golden("reset-password.request.json"), 200);
        assertThat(signIn("marisol.quint", Office.PASSWORD)).isInstanceOf(Admission.Wrong.class);
        assertThat(signIn("marisol.quint", "Nw6&hTq4"))
                .isInstanceOfSatisfying(Admission.Admitted.class, admitted -> assertThat(
                                admitted.account().mustChangePassword())
                        .isTrue());
        office.refuses("PATCH", "/users/{user}/resetpassword", "{}", 400, 3000);
        office.refuses(
                "PATCH", "/users/{user}/resetpassword", "{\"passwordProfile\":{\"password\":\"password\"}}", 400, 3000);
        office.refuses("PATCH", "/users/{nobody}/resetpassword", golden("reset-password.request.json"), 404, 3000);
        assertThat(office.read("/users/{user}").has("passwordProfile")).isFalse();
        assertThat(operations()).contains("reset_customer_user_password");
        assertThat(records().toString()).doesNotContain("Nw6");
    }

    @Test
    @DisplayName("8.5 a helpdesk agent resets the password of a user, not of an admin")
    void keepsAdminsFromTheHelpdesk() {
        var helpdesk = office.of(clerk(partner, Role.HELPDESK_AGENT));
        var user = office.add("taro3");
        var reset = "{\"passwordProfile\":{\"password\":\"Nw6&hTq4\"}}";
        assertThat(helpdesk.call("PATCH", "/users/" + user + "/resetpassword", reset)
                        .statusCode())
                .isEqualTo(200);
        helpdesk.refuses("PATCH", "/users/" + adminId() + "/resetpassword", reset, 403, 900308);
        office.call("POST", HELPDESK, "{\"id\":\"" + user + "\"}");
        helpdesk.refuses("PATCH", "/users/" + user + "/resetpassword", reset, 403, 900308);
    }

    @Test
    void givesAndTakesDirectoryRoles() throws Exception {
        onboard();
        office.place("user", office.add("marisol.quint"));
        office.expect("list-roles", "GET", "/directoryroles", "", 200);
        office.expect(
                "add-member", "POST", HELPDESK, "{\"id\":\"{user}\",\"Id\":\"{user}\",\"displayName\":\"x\"}", 201);
        office.expect("list-user-roles", "GET", "/users/{user}/directoryroles", "", 200);
        office.expect("list-members", "GET", HELPDESK, "", 200);
        office.expect("add-member-again", "POST", HELPDESK, "{\"id\":\"{user}\"}", 409);
        office.expect("add-member-unknown", "POST", HELPDESK, "{\"id\":\"{nobody}\"}", 404);
        office.expect("add-member-nobody", "POST", HELPDESK, "{}", 400);
        office.refuses("POST", "/directoryroles/{nobody}/usermembers", "{\"id\":\"{user}\"}", 404, 1000);
        office.refuses("GET", "/directoryroles/{nobody}/usermembers", "", 404, 1000);
        office.refuses("GET", HELPDESK + "?size=x", "", 400, 3000);
        office.refuses("GET", "/users/{nobody}/directoryroles", "", 404, 3000);

        assertThat(office.call("DELETE", HELPDESK + "/{user}%20", "").statusCode())
                .isEqualTo(204);
        office.expect("remove-member-again", "DELETE", HELPDESK + "/{user}", "", 404);
        assertThat(office.read(HELPDESK).path("items")).isEmpty();
        assertThat(operations()).contains("add_user_member", "remove_user_member");
    }

    @Test
    @DisplayName("8.5 the last active global admin of a customer is neither deleted nor demoted")
    void keepsTheLastGlobalAdmin() {
        onboard();
        var admin = adminId();
        office.refuses("DELETE", "/users/" + admin, "", 400, 3000);
        office.refuses("DELETE", ADMINS + "/" + admin, "", 400, 3000);
        var second = office.add("second");
        office.call("POST", ADMINS, "{\"id\":\"" + second + "\"}");
        assertThat(office.call("DELETE", "/users/" + admin, "").statusCode()).isEqualTo(204);
        office.refuses("DELETE", "/users/" + second, "", 400, 3000);
        office.refuses("DELETE", ADMINS + "/" + second, "", 400, 3000);
    }

    @Test
    @DisplayName("each operation admits the roles that the contract names, and no application alone")
    void admitsTheRolesOfTheContract() {
        var user = office.add("taro4");
        var operations = Map.of(
                "GET /users",
                READERS,
                "POST /users",
                CHANGERS,
                "GET /users/" + user,
                READERS,
                "PATCH /users/" + user,
                CHANGERS,
                "PATCH /users/" + user + "/resetpassword",
                READERS,
                "GET /users/" + user + "/directoryroles",
                READERS,
                "GET /directoryroles",
                READERS,
                "GET " + HELPDESK,
                READERS,
                "POST " + HELPDESK,
                CHANGERS,
                "DELETE " + HELPDESK + "/" + user,
                CHANGERS);
        for (var role : Role.values()) {
            var somebody = office.of(clerk(partner, role));
            operations.forEach((operation, roles) -> {
                var parts = operation.split(" ");
                var answer = somebody.call(parts[0], parts[1], parts[0].equals("GET") ? "" : "{}");
                var turnedAway = answer.statusCode() == 403 && answer.body().contains("900150");
                assertThat(turnedAway)
                        .as(role + " " + operation + answer.body())
                        .isEqualTo(!roles.contains(role));
            });
        }
        var application = office.of(new Clerk(port, tokens.ofApplication(partner)));
        operations.keySet().forEach(operation -> {
            var parts = operation.split(" ");
            application.refuses(parts[0], parts[1], parts[0].equals("GET") ? "" : "{}", 403, 900329);
        });
    }

    @Test
    @DisplayName("J8-A5 without delegated administration nothing but the roles that every directory has")
    void needsDelegatedAdministration() {
        onboard();
        var user = adminId();
        relationships.administer(
                partner, new CustomerId(UUID.fromString(office.served().customer())), false);
        for (var path : List.of("/users", DELETED, "/users/" + user, "/users/" + user + "/directoryroles", ADMINS)) {
            office.refuses("GET", path, "", 403, 900308);
        }
        office.refuses("POST", "/users", office.user("taro", ""), 403, 900308);
        office.refuses("PATCH", "/users/" + user, "{}", 403, 900308);
        office.refuses("DELETE", "/users/" + user, "", 403, 900308);
        office.refuses(
                "PATCH", "/users/" + user + "/resetpassword", golden("reset-password.request.json"), 403, 900308);
        office.refuses("POST", HELPDESK, "{\"id\":\"" + user + "\"}", 403, 900308);
        assertThat(office.get("/directoryroles").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("J8-A6 in the US Government cloud users are only read; a change is not supported in this cloud")
    void onlyReadsInTheGovernmentCloud() {
        var potomac = clerk(fixtures.potomac().id(), Role.values());
        var county = new Office(potomac, potomac.onboard("onboarding/add-prairie-bend.request.json", Map.of()));
        var admin = county.read("/users").at("/items/0/id").asString();
        assertThat(county.get("/users/" + admin).statusCode()).isEqualTo(200);
        county.refuses("POST", "/users", county.user("taro", ""), 400, 900141);
        county.refuses("PATCH", "/users/" + admin, "{}", 400, 900141);
        county.refuses("DELETE", "/users/" + admin, "", 400, 900141);
        county.refuses("POST", HELPDESK, "{\"id\":\"" + admin + "\"}", 400, 900141);
    }

    private String adminId() {
        return office.read("/users")
                .path("items")
                .valueStream()
                .filter(user -> user.path("userPrincipalName").asString().startsWith("admin@"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private List<String> ids(String path) {
        return ids(office.read(path));
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private Admission signIn(String name, String password) {
        var domain = office.served().admin().replaceAll(".*@", "");
        return accounts.signIn(name + "@" + domain, password);
    }

    private List<String> operations() {
        return records().stream().map(ActivityRecord::operation).toList().reversed();
    }

    private List<ActivityRecord> records() {
        var everything = new ActivityFilter(
                Instant.EPOCH,
                Instant.parse("2100-01-01T00:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return PartnerScope.call(partner, () -> log.list(partner, everything, Optional.empty(), 100));
    }

    private Clerk clerk(PartnerId id, Role... roles) {
        return new Clerk(port, callers.token(callers.aPersonOf(id, roles)));
    }

    private static String golden(String name) {
        try {
            return Wire.file("administration/" + name);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
