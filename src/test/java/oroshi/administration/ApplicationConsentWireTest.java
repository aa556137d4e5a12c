package oroshi.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
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
import oroshi.access.CustomerConsents;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.tokens.TestTokens;
import oroshi.activity.ActivityFilter;
import oroshi.activity.ActivityLog;
import oroshi.activity.ActivityRecord;
import oroshi.activity.ActivityStatus;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.database.PartnerScope;
import oroshi.relationships.Relationships;
import oroshi.relationships.Wire;

/** Consents to applications in customers' tenants as clients give and withdraw them. */
@OroshiTest
@TestInstance(Lifecycle.PER_CLASS)
class ApplicationConsentWireTest {
    private static final String CONSENTS = "/applicationconsents";
    private static final String MINE = CONSENTS + "/" + TestTokens.APPLICATION;
    private static final UUID GRAPH = UUID.fromString("00000003-0000-0000-c000-000000000000");

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private TestCallers callers;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private Relationships relationships;

    @Autowired
    private CustomerConsents consents;

    @Autowired
    private ActivityLog log;

    @LocalServerPort
    private int port;

    private PartnerId partner;
    private Office office;
    private String golden;

    @BeforeAll
    void onboard() throws Exception {
        partner = fixtures.aozora().id();
        office = another();
        golden = Wire.file("administration/create-consent.request.json");
    }

    /** A customer more. */
    private Office another() {
        var clerk = new Clerk(port, callers.token(callers.aPersonOf(partner, Role.values())));
        return new Office(clerk, clerk.onboard("onboarding/add-sakura.request.json", Map.of()));
    }

    @Test
    @DisplayName("A consent is given once, is withdrawn, can be given again, and leaves its records")
    void givesAndWithdraws() throws Exception {
        office.expect("create-consent", "POST", CONSENTS, golden, 201);
        office.expect("create-consent-again", "POST", CONSENTS, golden, 409);
        assertThat(granted(office)).containsExactlyInAnyOrder("User.Read.All", "Domain.ReadWrite.All");

        assertThat(office.call("DELETE", MINE, "").statusCode()).isEqualTo(204);
        assertThat(granted(office)).isEmpty();
        office.refuses("DELETE", MINE, "", 404, 1000);
        assertThat(office.call("POST", "/ApplicationConsents/", golden).statusCode())
                .isEqualTo(201);
        assertThat(office.call("DELETE", MINE, "").statusCode()).isEqualTo(204);

        assertThat(records("create_application_consent"))
                .extracting(ActivityRecord::status)
                .contains(ActivityStatus.SUCCEEDED, ActivityStatus.FAILED);
        assertThat(records("delete_application_consent").getFirst().oldValues())
                .containsEntry(GRAPH.toString(), "User.Read.All,Domain.ReadWrite.All");
    }

    @Test
    @DisplayName("Both spellings of names, a name that is left out, null, and permissions after blanks are understood")
    void readsWhatClientsSend() {
        var customer = another();
        var body = """
                {"Attributes":{"ObjectType":"ApplicationConsent"},"DisplayName":null,"application_id":"%s",
                 "ApplicationGrants":[{"enterpriseApplicationId":"%s","Scope":" User.Read, openid "}]}
                """.formatted(TestTokens.APPLICATION, GRAPH);
        var answer = customer.call("POST", CONSENTS, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(Clerk.json(answer).has("displayName")).isFalse();
        assertThat(granted(customer)).containsExactlyInAnyOrder("User.Read", "openid");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"applicationGrants":[{"enterpriseApplicationId":"{api}","scope":"User.Read"}]}                       | 800002
            {"applicationId":"{app}"}                                                                            | 800002
            {"applicationId":"{app}","applicationGrants":[]}                                                     | 800002
            {"applicationId":"{app}","applicationGrants":null}                                                   | 800002
            {"applicationId":"{app}","applicationGrants":{}}                                                     | 3000
            {"applicationId":"nonsense","applicationGrants":[]}                                                  | 3000
            {"applicationId":"{app}","applicationGrants":[null]}                                                 | 3000
            {"applicationId":"{app}","applicationGrants":[{"scope":"User.Read"}]}                                | 3000
            {"applicationId":"{app}","applicationGrants":[{"enterpriseApplicationId":"{api}"}]}                  | 3000
            {"applicationId":"{app}","applicationGrants":[{"enterpriseApplicationId":"{api}","scope":" "}]}      | 3000
            {"applicationId":"{app}","applicationGrants":[{"enterpriseApplicationId":"{api}","scope":"a b;c"}]}  | 3000
            {"applicationId":"{api}","applicationGrants":[{"enterpriseApplicationId":"{api}","scope":"User.Read"}]} | 3000
            """)
    @DisplayName("A consent without its members, or with wrong ones, is refused")
    void refusesWhatIsWrong(String body, int code) {
        var filled = body.replace("{app}", TestTokens.APPLICATION.toString()).replace("{api}", GRAPH.toString());
        office.refuses("POST", CONSENTS, filled, 400, code);
    }

    @Test
    void refusesAnApiThatTheTenantLacks() throws Exception {
        office.expect(
                "create-consent-unknown-api", "POST", CONSENTS, golden.replace(GRAPH.toString(), "{nobody}"), 400);
        office.refuses("DELETE", CONSENTS + "/nonsense", "", 400, 3000);
    }

    @Test
    @DisplayName("Admin agents alone, with a person behind them, where the partner administers the tenant")
    void knowsWhoMay() {
        for (var role : EnumSet.complementOf(EnumSet.of(Role.ADMIN_AGENT))) {
            var other = office.of(new Clerk(port, callers.token(callers.aPersonOf(partner, role))));
            other.refuses("POST", CONSENTS, golden, 403, 900150);
            other.refuses("DELETE", MINE, "", 403, 900150);
        }
        var alone = office.of(new Clerk(port, tokens.ofApplication(partner)));
        alone.refuses("POST", CONSENTS, golden, 403, 900329);
        alone.refuses("DELETE", MINE, "", 403, 900329);

        var stranger = fixtures.cedarRidge().id();
        var foreign = office.of(new Clerk(port, callers.token(callers.aPersonOf(stranger, Role.ADMIN_AGENT))));
        foreign.refuses("POST", CONSENTS, golden, 404, 60003);
        foreign.refuses("DELETE", MINE, "", 404, 60003);

        var customer = another();
        customer.call("POST", CONSENTS, golden);
        administer(customer, false);
        customer.refuses("POST", CONSENTS, golden, 403, 900308);
        customer.refuses("DELETE", MINE, "", 403, 900308);
        assertThat(consents.find(partner, id(customer).tenantId(), TestTokens.APPLICATION))
                .isEmpty();
    }

    @Test
    @DisplayName("Of eight who consent at once one succeeds")
    void consentsOnce() throws Exception {
        var customer = another();
        var statuses =
                Together.run(8, () -> customer.call("POST", CONSENTS, golden).statusCode());
        assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
    }

    private Set<String> granted(Office customer) {
        return consents.find(partner, id(customer).tenantId(), TestTokens.APPLICATION)
                .orElseThrow()
                .getOrDefault(GRAPH, Set.of());
    }

    private void administer(Office customer, boolean granted) {
        PartnerScope.run(partner, () -> relationships.administer(partner, id(customer), granted));
    }

    private static CustomerId id(Office customer) {
        return new CustomerId(UUID.fromString(customer.served().customer()));
    }

    private List<ActivityRecord> records(String operation) {
        var everything = new ActivityFilter(
                Instant.EPOCH,
                Instant.parse("2100-01-01T00:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return PartnerScope.call(partner, () -> log.list(partner, everything, Optional.empty(), 100)).stream()
                .filter(entry -> entry.operation().equals(operation))
                .toList();
    }
}
