package oroshi.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.Fixtures;
import oroshi.OroshiTest;
import oroshi.Together;
import oroshi.access.Caller;
import oroshi.access.tokens.TestTokens;
import oroshi.basics.Cloud;
import oroshi.basics.DraftId;
import oroshi.basics.Problem;
import oroshi.basics.UserId;
import oroshi.database.WholeDatabase;
import oroshi.directory.Directory;
import oroshi.directory.DomainPrefix;

/** Adding customers as clients see it: createCustomer of the contract and the single call. */
@OroshiTest
class CreationWireTest {
    private static final String CREATE = "/v1/customers";
    private static final String ONBOARD = "/oroshi/customers";

    @Autowired
    Fixtures fixtures;

    @Autowired
    Desk desk;

    @Autowired
    TestTokens tokens;

    @Autowired
    Directory directory;

    @Autowired
    WholeDatabase database;

    @LocalServerPort
    int port;

    private Creation client;
    private final String domain = Pages.anyDomain();

    @BeforeEach
    void connect() {
        client = new Creation(port);
    }

    @Test
    void createsAndOnboardsAsTheGoldenFilesSay() {
        var cole = token(fixtures.cedarRidge(), "ben.cole");
        assertGolden("create-customer", 201, client.post(cole, CREATE, creation("create-customer", domain)), domain);
        var other = Pages.anyDomain();
        assertGolden("onboard-customer", 201, client.post(cole, ONBOARD, creation("onboard-customer", other)), other);
    }

    @Test
    void createsForAResellerAsTheGoldenFileSays() {
        var copies = fixtures.rheinlandWithResellers();
        var bach = token(partner(copies, "P-DE"), "timo.bach");
        var reseller = partner(copies, "R-DE1").id().toString();
        var created = client.post(bach, CREATE, forReseller(reseller));
        assertGolden("create-customer-reseller", 201, created, domain);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            unreadable   | 800002 | no json
            no-body      | 800002 | ~~
            nothing      | 3000   | {}
            """)
    void refusesWhatSaysTooLittle(String name, int code, String body) {
        var cole = token(fixtures.cedarRidge(), "ben.cole");
        assertRefused(name, 400, code, client.post(cole, CREATE, body));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            wrong-address | "98501"                        | "9850"
            wrong-email   | "accounts@bramblewood.example" | "accounts.bramblewood.example"
            wrong-culture | "EN-US"                        | "ja-JP"
            wrong-name    | "Bramblewood Ceramics"         | "Inc."
            wrong-domain  | .onmicrosoft.com               | .example.com
            wrong-country | "US"                           | "JP"
            """)
    void refusesAnyMemberThatIsNotAcceptable(String name, String right, String wrong) {
        var cole = token(fixtures.cedarRidge(), "ben.cole");
        var body = creation("create-customer", domain).replace(right, wrong);
        assertRefused(name, 400, 3000, client.post(cole, CREATE, body));
    }

    @Test
    @DisplayName("J1-A19 on the wire: registration number and phone of a company in Türkiye")
    void demandsRegistrationNumberAndPhone() {
        var emirates = token(fixtures.emirates(), "ben.cole");
        var whole = creation("create-customer-registration", domain);
        var withoutNumber = whole.replace(",\n    \"organizationRegistrationNumber\": \"1234567890\"", "");
        var withoutPhone = whole.replace(",\n      \"phoneNumber\": \"+90 212 555 01 23\"", "");
        var withoutBoth = withoutNumber.replace(",\n      \"phoneNumber\": \"+90 212 555 01 23\"", "");
        assertRefused("registration-missing", 400, 600049, client.post(emirates, CREATE, withoutNumber));
        assertRefused(
                "registration-format", 400, 600050, client.post(emirates, CREATE, whole.replace("1234567890", "1#")));
        assertRefused("phone-missing", 400, 600051, client.post(emirates, CREATE, withoutPhone));
        assertRefused("registration-and-phone-missing", 400, 600049, client.post(emirates, CREATE, withoutBoth));
        assertThat(client.post(emirates, CREATE, whole).statusCode()).isEqualTo(201);
    }

    @Test
    void refusesResellersThatDoNotFit() {
        var copies = fixtures.rheinlandWithResellers();
        var rheinland = partner(copies, "P-DE");
        var bach = token(rheinland, "timo.bach");
        var stranger = partner(fixtures.rheinlandWithResellers(), "R-DE1").id().toString();
        var reseller = partner(copies, "R-DE1").id().toString();
        var unsigned = partner(copies, "R-DE2").id().toString();
        assertRefused("reseller-stranger", 400, 800016, client.post(bach, CREATE, forReseller(stranger)));
        var nobody = UUID.randomUUID().toString();
        assertRefused("reseller-unknown", 404, 800015, client.post(bach, CREATE, forReseller(nobody)));
        assertRefused("reseller-unsigned", 403, 900123, client.post(bach, CREATE, forReseller(unsigned)));
        var application = tokens.ofApplication(rheinland.id());
        assertRefused("application-alone", 403, 900329, client.post(application, CREATE, forReseller(reseller)));
        var petersen = tokens.of(partner(copies, "R-DE1").id(), user(partner(copies, "R-DE1")));
        assertRefused("caller-is-reseller", 403, 900150, client.post(petersen, CREATE, forReseller("")));
        assertThat(database.rowsWith(domain)).isEmpty();
    }

    @Test
    @DisplayName("market, address, reseller and a taken domain are reported together")
    void reportsEverythingAtOnce() {
        var copies = fixtures.rheinlandWithResellers();
        var bach = token(partner(copies, "P-DE"), "timo.bach");
        var hanse = partner(copies, "R-DE1").id().toString();
        assertThat(client.post(bach, CREATE, forReseller(hanse)).statusCode()).isEqualTo(201);
        var elbtal = partner(copies, "R-DE2").id().toString();
        var wrong = forReseller(elbtal).replaceFirst("\"country\": \"\\w+\"", "\"country\": \"JP\"");
        var answer = client.post(bach, CREATE, wrong);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Creation.json(answer).path("data").values())
                .extracting(line -> line.asString().split(" - ")[0])
                .containsSubsequence(
                        "billingProfile.defaultAddress.postalCode",
                        "billingProfile.defaultAddress.country",
                        "associatedPartnerId",
                        "companyProfile.domain");
    }

    @Test
    void refusesARoleThatMayNot() {
        var takahashi = token(fixtures.aozora(), "sho.takahashi");
        assertRefused("role-missing", 403, 900150, client.post(takahashi, CREATE, creation("create-customer", domain)));
    }

    @Test
    void refusesAPartnerWithoutAgreement() {
        var unsigned = token(fixtures.unsigned(), "ben.cole");
        assertRefused(
                "partner-unsigned", 403, 900124, client.post(unsigned, CREATE, creation("create-customer", domain)));
    }

    @Test
    void refusesADomainThatIsTaken() {
        var cole = token(fixtures.cedarRidge(), "ben.cole");
        client.post(cole, CREATE, creation("create-customer", domain));
        var stranger = token(fixtures.cedarRidge(), "ben.cole");
        assertRefused("domain-taken", 409, 1003, client.post(stranger, CREATE, creation("create-customer", domain)));
        assertThat(client.post(stranger, ONBOARD, creation("onboard-customer", domain))
                        .statusCode())
                .isEqualTo(409);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {CREATE, ONBOARD})
    @DisplayName("D17 ten calls with one request id at the same time make one customer and hear the same answer")
    void makesOneCustomerOfTenEqualCalls(String path) throws Exception {
        var partner = fixtures.cedarRidge();
        var token = token(partner, "ben.cole");
        var body = creation(path.equals(CREATE) ? "create-customer" : "onboard-customer", domain);
        var id = Optional.of(UUID.randomUUID().toString());
        var answers = Together.run(10, () -> client.post(token, path, body, id));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
        assertThat(answers)
                .extracting(HttpResponse::body)
                .containsOnly(answers.getFirst().body());
        assertThat(database.rowsOf(partner.id()))
                .containsEntry("customers.customer", 1L)
                .containsEntry("rest.request_outcome", 1L);
        assertThat(database.count("directory.tenant", "initial_domain = :value", domain + ".onmicrosoft.com"))
                .isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {CREATE, ONBOARD})
    @DisplayName("a body of more than 4 MiB is refused in words, with a request id to remember it by or without")
    void refusesAnEndlessBody(String path) {
        var partner = fixtures.cedarRidge();
        var token = token(partner, "ben.cole");
        var endless = "{\"note\": \"" + "x".repeat(4 * 1024 * 1024) + "\"}";

        var remembered =
                client.post(token, path, endless, Optional.of(UUID.randomUUID().toString()));
        var forgotten = client.post(token, path, endless, Optional.empty());

        assertThat(List.of(remembered, forgotten)).allSatisfy(refused -> {
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(Creation.json(refused).path("code").asInt()).isEqualTo(800002);
            assertThat(Creation.json(refused).path("description").asString()).contains("4 MiB");
        });
        assertThat(database.rowsOf(partner.id())).doesNotContainKey("customers.customer");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {CREATE, ONBOARD})
    @DisplayName("D17 a refusal is remembered and changes nothing; the same id with another body is another call")
    void remembersARefusal(String path) {
        var partner = fixtures.cedarRidge();
        var token = token(partner, "ben.cole");
        var good = creation(path.equals(CREATE) ? "create-customer" : "onboard-customer", domain);
        var bad = good.replace("\"US\"", "\"JP\"");
        var id = Optional.of(UUID.randomUUID().toString());
        var before = database.rowsOf(partner.id());

        var refused = client.post(token, path, bad, id);
        assertThat(refused.statusCode()).isEqualTo(400);
        var repeated = client.post(token, path, bad, id);
        assertThat(repeated.statusCode()).isEqualTo(400);
        assertThat(repeated.body()).isEqualTo(refused.body());
        var after = new HashMap<>(database.rowsOf(partner.id()));
        assertThat(after.remove("rest.request_outcome")).isEqualTo(1L);
        assertThat(after).isEqualTo(before);
        assertThat(database.count(
                        "activity.record",
                        "status = 'failed' and partner_id = :value",
                        partner.id().value()))
                .isEqualTo(1);

        assertThat(client.post(token, path, good, id).statusCode()).isEqualTo(201);
        assertThat(client.post(token, path, bad, id).body()).isEqualTo(refused.body());
        assertThat(database.rowsOf(partner.id())).containsEntry("customers.customer", 1L);
    }

    @Test
    @DisplayName("D17 of fifty simultaneous calls for one domain one is answered 201 and 49 leave nothing")
    void letsOneOfFiftyCallsHaveTheDomain() throws Exception {
        var partner = fixtures.cedarRidge();
        var token = token(partner, "ben.cole");
        var names =
                IntStream.range(0, 50).mapToObj(i -> domain + " " + (100 + i)).toList();
        var answers = Together.run(names.stream()
                .<Callable<HttpResponse<String>>>map(name -> () -> client.post(
                        token, CREATE, creation("create-customer", domain).replace("Bramblewood Ceramics", name)))
                .toList());

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 409
                        && Creation.json(answer).path("code").asInt() == 1003)
                .hasSize(49);
        assertThat(database.rowsOf(partner.id())).containsEntry("customers.customer", 1L);
        assertThat(database.rowsWith(domain + " "))
                .as("rows with any of the names")
                .isEqualTo(database.rowsWith(winner(names, answers)));
        assertThat(directory.isFree(Cloud.PUBLIC, DomainPrefix.parse(domain))).isFalse();
    }

    @Test
    @DisplayName("J1-A8 of a submit and two calls of three partners one gets the domain and two leave nothing")
    void letsOneOfThreePartnersHaveTheDomain() throws Exception {
        var aozora = fixtures.aozora();
        var sato = fixtures.caller(aozora, "ken.sato");
        var draft = desk.reviewed(sato, Pages.sakura(domain), Pages.line("ENT-1", 25, "monthly"));
        var creating = fixtures.cedarRidge();
        var onboarding = fixtures.cedarRidge();
        var creator = token(creating, "ben.cole");
        var onboarder = token(onboarding, "ben.cole");
        var partners = List.of(aozora.id(), creating.id(), onboarding.id());
        var before = partners.stream().map(database::rowsOf).toList();
        var won = Together.run(List.<Callable<Boolean>>of(
                () -> submits(sato, draft),
                () -> isMade(client.post(creator, CREATE, creation("create-customer", domain))),
                () -> isMade(client.post(onboarder, ONBOARD, creation("onboard-customer", domain)))));

        assertThat(won).containsOnlyOnce(true);
        for (var i = 0; i < won.size(); i++) {
            if (!won.get(i)) {
                assertThat(database.rowsOf(partners.get(i))).isEqualTo(before.get(i));
            }
        }
        assertThat(database.count("directory.tenant", "initial_domain = :value", domain + ".onmicrosoft.com"))
                .isEqualTo(1);
    }

    private boolean submits(Caller caller, DraftId draft) {
        try {
            desk.submit(caller, draft);
            return true;
        } catch (DraftRejected taken) {
            assertThat(taken.problems()).extracting(Problem::field).containsExactly("domainPrefix");
            return false;
        }
    }

    private static boolean isMade(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isIn(201, 409);
        return answer.statusCode() == 201;
    }

    private static String winner(List<String> names, List<HttpResponse<String>> answers) {
        return IntStream.range(0, answers.size())
                .filter(i -> answers.get(i).statusCode() == 201)
                .mapToObj(names::get)
                .findFirst()
                .orElseThrow();
    }

    private String creation(String name, String wanted) {
        return Creation.request(name, Map.of("domain", wanted));
    }

    private String forReseller(String reseller) {
        return Creation.request("create-customer-reseller", Map.of("domain", domain, "reseller", reseller));
    }

    private static Fixtures.Copy partner(Map<String, Fixtures.Copy> copies, String code) {
        return Objects.requireNonNull(copies.get(code));
    }

    private String token(Fixtures.Copy partner, String person) {
        return tokens.of(partner.id(), fixtures.caller(partner, person).userId().orElseThrow());
    }

    private UserId user(Fixtures.Copy reseller) {
        var person = reseller.sheet().users().getFirst().name();
        return fixtures.caller(reseller, person).userId().orElseThrow();
    }

    private void assertRefused(String name, int status, int code, HttpResponse<String> answer) {
        assertThat(Creation.json(answer).path("code").asInt()).as(answer.body()).isEqualTo(code);
        assertGolden("create-customer-" + name, status, answer, domain);
    }

    private static void assertGolden(String name, int status, HttpResponse<String> answer, String domain) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Creation.masked(answer, domain)).isEqualTo(Creation.golden(name));
    }
}
