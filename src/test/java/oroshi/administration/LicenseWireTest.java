package oroshi.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.Clerk;
import oroshi.Fixtures;
import oroshi.OroshiTest;
import oroshi.Together;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.access.tokens.TestTokens;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.relationships.Relationships;

/** The licenses of customers and their users as clients see them, and that nobody has more than there are. */
@OroshiTest
@TestInstance(Lifecycle.PER_CLASS)
class LicenseWireTest {
    private static final String PREMIUM = "2ac34811-0e5d-58bb-b3d8-5a2111e1192e";
    private static final String ENTERPRISE = "daa6b7e1-bba9-5e6f-a289-e6baeb1ed292";
    private static final String SEATS = "{\"licensesToAssign\":[{\"skuId\":\"" + PREMIUM + "\"}]}";
    private static final Set<Role> READERS =
            EnumSet.of(Role.ADMIN_AGENT, Role.SALES_AGENT, Role.HELPDESK_AGENT, Role.GLOBAL_ADMIN);

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private TestCallers callers;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private Relationships relationships;

    @LocalServerPort
    private int port;

    private PartnerId sharedPartner;
    private Office shared;
    private PartnerId partner;
    private Office office;

    @BeforeAll
    void share() {
        onboard();
        sharedPartner = partner;
        shared = office;
    }

    @BeforeEach
    void takeTheSharedOne() {
        partner = sharedPartner;
        office = shared;
    }

    /** A customer with 25 licenses of Business Premium. */
    private void onboard() {
        partner = fixtures.aozora().id();
        var clerk = new Clerk(port, callers.token(everybody()));
        office = new Office(clerk, clerk.onboard("onboarding/add-sakura.request.json", Map.of()));
    }

    private Person everybody() {
        return callers.aPersonOf(partner, Role.values());
    }

    @Test
    @DisplayName("8.4 licenses are assigned by id or part number, replaced, listed, counted and removed")
    void assignsAndRemoves() throws Exception {
        onboard();
        office.place("user", office.add("taro"));
        office.expect("subscribed-skus-free", "GET", "/subscribedskus", "", 200);
        office.expect("list-no-licenses", "GET", "/users/{user}/licenses", "", 200);
        var plan =
                office.read("/subscribedskus").at("/items/0/servicePlans/0/id").asString();

        office.expect(
                "assign-license",
                "POST",
                "/users/{user}/licenseupdates",
                "{\"LicensesToAssign\":[{\"skuId\":\"" + PREMIUM
                        + "\",\"excludedPlans\":null}],\"licensesToRemove\":null,\"LicenseWarnings\":null}",
                201);
        office.expect(
                "list-licenses",
                "GET",
                "/users/{user}/licenses?licenseGroupIds=Group1&licenseGroupIds=Group2",
                "",
                200);
        office.expect("subscribed-skus", "GET", "/subscribedskus?licenseGroupIds=group1", "", 200);
        assertThat(office.read("/users/{user}/licenses?licenseGroupIds=group2").path("items"))
                .isEmpty();

        var replaced = office.call("POST", "/users/{user}/licenseupdates", """
                {"licensesToAssign":[{"skuId":"business_premium","excludedPlans":["%s"]}]}""".formatted(plan));
        assertThat(replaced.statusCode()).as(replaced.body()).isEqualTo(201);
        assertThat(office.read("/users/{user}/licenses").at("/items/0/servicePlans"))
                .isEmpty();
        assertThat(consumed()).isEqualTo(1);

        office.expect(
                "remove-license",
                "POST",
                "/users/{user}/licenseupdates",
                "{\"licensesToRemove\":[\"" + PREMIUM + "\"]}",
                201);
        assertThat(office.read("/users/{user}/licenses").path("items")).isEmpty();
        assertThat(consumed()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            update-nothing      | {user}   | {}                                                                                | 400
            update-unknown-sku  | {user}   | {"licensesToAssign":[{"skuId":"KILN_OFFICE"}]}                                    | 400
            update-remove-unknown | {user} | {"licensesToRemove":["KILN_OFFICE"]}                                              | 400
            update-unknown-plan | {user}   | {"licensesToAssign":[{"skuId":"BUSINESS_PREMIUM","excludedPlans":["KILN_MAIL"]}]} | 400
            update-no-sku       | {user}   | {"licensesToAssign":[{"excludedPlans":null}]}                                     | 400
            update-type         | {user}   | {"licensesToAssign":"BUSINESS_PREMIUM"}                                           | 400
            update-no-location  | {abroad} | {"licensesToAssign":[{"skuId":"BUSINESS_PREMIUM"}]}                               | 400
            update-no-user      | {nobody} | {"licensesToAssign":[{"skuId":"BUSINESS_PREMIUM"}]}                               | 404
            """)
    void refusesUpdatesThatBreakARule(String golden, String user, String body, int status) throws Exception {
        office.place("user", existing("strict", "\"usageLocation\":\"JP\","));
        office.place("abroad", existing("abroad", ""));
        office.expect(golden, "POST", "/users/" + user + "/licenseupdates", body, status);
        assertThat(office.read("/users/{user}/licenses").path("items")).isEmpty();
    }

    private String existing(String name, String more) {
        office.call("POST", "/users", office.user(name, more));
        return office.read("/users")
                .path("items")
                .valueStream()
                .filter(user -> user.path("displayName").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    @Test
    void refusesGroupsThatItDoesNotKnow() {
        office.refuses("GET", "/subscribedskus?licenseGroupIds=group3", "", 400, 900126);
        office.refuses("GET", "/users/{nobody}/licenses", "", 404, 60002);
        office.refuses("GET", "/users/" + office.add("grouped") + "/licenses?licenseGroupIds=x", "", 400, 900126);
    }

    @Test
    @DisplayName("tokens that old clients got in exchange do not manage licenses")
    void refusesPartnerTokens() {
        var user = office.add("exchanged");
        var person = everybody();
        var token = tokens.make(
                partner, claims -> claims.claim("oid", person.userId().toString())
                        .claim("scp", "user_impersonation")
                        .claim("token_use", "partner"));
        var old = office.of(new Clerk(port, token));
        old.refuses("GET", "/subscribedskus", "", 400, 900316);
        old.refuses("GET", "/users/" + user + "/licenses", "", 400, 900316);
        old.refuses("POST", "/users/" + user + "/licenseupdates", SEATS, 400, 900316);
    }

    @Test
    @DisplayName("8.4 of twenty people for the last license exactly one gets it")
    void givesTheLastLicenseToOne() throws Exception {
        onboard();
        reduceTo(1);
        var users = new ArrayList<String>();
        for (var number = 0; number < 20; number++) {
            users.add(office.add("racer" + number));
        }
        var answers = Together.run(users.size(), number -> office.assign(users.get(number), PREMIUM));
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnlyOnce(201);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 201)
                .hasSize(19)
                .allSatisfy(answer -> assertThat(
                                answer.statusCode() + " " + Clerk.json(answer).path("code"))
                        .isEqualTo("400 60012"));
        assertThat(consumed()).isEqualTo(1);
        assertThat(users.stream().filter(user -> !office.read("/users/" + user + "/licenses")
                        .path("items")
                        .isEmpty()))
                .hasSize(1);
        office.place("user", users.get(0));
        office.place("loser", loser(users));
        office.expect("update-exhausted", "POST", "/users/{loser}/licenseupdates", SEATS, 400);
    }

    private String loser(List<String> users) {
        return users.stream()
                .filter(user -> office.read("/users/" + user + "/licenses")
                        .path("items")
                        .isEmpty())
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("a subscription keeps the licenses that people have, also when both change at once")
    void keepsWhatPeopleHave() throws Exception {
        onboard();
        reduceTo(4);
        var users = new ArrayList<String>();
        for (var number = 0; number < 4; number++) {
            users.add(office.add("holder" + number));
        }
        assertThat(office.assign(users.get(0), PREMIUM).statusCode()).isEqualTo(201);
        assertThat(office.assign(users.get(1), PREMIUM).statusCode()).isEqualTo(201);
        assertThat(reduction(1).statusCode()).isEqualTo(400);
        var together = Together.run(List.<Callable<HttpResponse<String>>>of(
                () -> office.assign(users.get(2), PREMIUM),
                () -> reduction(2),
                () -> office.assign(users.get(3), PREMIUM)));
        assertThat(together).extracting(HttpResponse::statusCode).doesNotContain(500);
        var sku = office.read("/subscribedskus").at("/items/0");
        assertThat(sku.path("consumedUnits").asInt())
                .isLessThanOrEqualTo(sku.path("totalUnits").asInt());
        assertThat(sku.path("availableUnits").asInt()).isNotNegative();
    }

    @Test
    @DisplayName("J8-A4 a user is deleted, the license goes to another, the user comes back without it")
    void restoresWithoutALicenseThatIsGone() {
        onboard();
        reduceTo(1);
        var user = office.add("first");
        var other = office.add("second");
        office.assign(user, PREMIUM);
        office.call("DELETE", "/users/" + user, "");
        assertThat(consumed()).isZero();
        office.call("PATCH", "/users/" + user, "{\"state\":\"active\"}");
        assertThat(office.read("/users/" + user + "/licenses").path("items")).hasSize(1);

        office.call("DELETE", "/users/" + user, "");
        assertThat(office.assign(other, PREMIUM).statusCode()).isEqualTo(201);
        assertThat(office.call("PATCH", "/users/" + user, "{\"state\":\"active\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(office.read("/users/" + user + "/licenses").path("items")).isEmpty();
        assertThat(consumed()).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "a subscription that stands still gives no licenses, and one that is cancelled takes them from everybody")
    void followsTheSubscription() {
        onboard();
        var user = office.add("taro");
        office.assign(user, PREMIUM);
        change("{\"status\":\"suspended\"}");
        var suspended = office.read("/subscribedskus").at("/items/0");
        assertThat(suspended.path("suspendedUnits").asInt()).isEqualTo(25);
        assertThat(suspended.path("totalUnits").asInt()).isZero();
        assertThat(suspended.path("availableUnits").asInt()).isEqualTo(-1);
        assertThat(suspended.path("capabilityStatus").asString()).isEqualTo("Suspended");
        office.refuses("POST", "/users/" + office.add("hanako") + "/licenseupdates", SEATS, 400, 60012);
        change("{\"status\":\"active\"}");
        assertThat(office.assign(user, PREMIUM).statusCode()).isEqualTo(201);
    }

    @Test
    @DisplayName("each operation admits the roles that the contract names, and no application alone")
    void admitsTheRolesOfTheContract() {
        var user = office.add("matrix");
        for (var role : Role.values()) {
            var somebody = office.of(new Clerk(port, callers.token(callers.aPersonOf(partner, role))));
            assertThat(isTurnedAway(somebody.get("/subscribedskus")))
                    .as(role.name())
                    .isEqualTo(!READERS.contains(role));
            assertThat(isTurnedAway(somebody.get("/users/" + user + "/licenses")))
                    .as(role.name())
                    .isEqualTo(!READERS.contains(role));
            assertThat(isTurnedAway(somebody.call("POST", "/users/" + user + "/licenseupdates", "{}")))
                    .as(role.name())
                    .isEqualTo(!READERS.contains(role) && role != Role.USER_MANAGEMENT_ADMIN);
        }
        var application = office.of(new Clerk(port, tokens.ofApplication(partner)));
        application.refuses("GET", "/subscribedskus", "", 403, 900329);
        application.refuses("GET", "/users/" + user + "/licenses", "", 403, 900329);
        application.refuses("POST", "/users/" + user + "/licenseupdates", "{}", 403, 900329);
    }

    @Test
    @DisplayName("J8-A5 without delegated administration no licenses are seen or assigned")
    void needsDelegatedAdministration() {
        onboard();
        var user = office.add("taro");
        relationships.administer(partner, CustomerId.of(office.served().customer()), false);
        office.refuses("GET", "/subscribedskus", "", 403, 900308);
        office.refuses("GET", "/users/" + user + "/licenses", "", 403, 900308);
        office.refuses("POST", "/users/" + user + "/licenseupdates", SEATS, 403, 900308);
    }

    @Test
    @DisplayName("7.4 an upgrade keeps the assigned users: they use the new product from then on")
    void handsLicensesOverWithAnUpgrade() throws Exception {
        onboard();
        var user = office.add("taro");
        assertThat(office.assign(user, PREMIUM).statusCode()).isEqualTo(201);
        var upgraded = office.call(
                "POST",
                "/subscriptions/" + office.served().subscription() + "/upgrades",
                "{\"targetOffer\":{\"id\":\"" + ENTERPRISE + "\"},\"upgradeType\":2}");
        assertThat(upgraded.statusCode()).as(upgraded.body()).isEqualTo(200);
        assertThat(upgraded.body()).contains("targetSubscriptionId");
        assertThat(office.read("/users/" + user + "/licenses")
                        .at("/items/0/productSku/id")
                        .asString())
                .isEqualTo(ENTERPRISE);
        assertThat(consumed()).isEqualTo(1);
        assertThat(office.read("/subscribedskus").path("items")).hasSize(1);
    }

    private static boolean isTurnedAway(HttpResponse<String> answer) {
        return answer.statusCode() == 403 && answer.body().contains("900150");
    }

    private int consumed() {
        return office.read("/subscribedskus").at("/items/0/consumedUnits").asInt();
    }

    private void reduceTo(int seats) {
        assertThat(reduction(seats).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> reduction(int seats) {
        return office.call("PATCH", "/subscriptions/" + office.served().subscription(), "{\"quantity\":" + seats + "}");
    }

    private void change(String body) {
        var changed = office.call("PATCH", "/subscriptions/" + office.served().subscription(), body);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    }
}
