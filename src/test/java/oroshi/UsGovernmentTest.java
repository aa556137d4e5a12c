package oroshi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.access.Browserless;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.basics.Cloud;
import oroshi.demo.DemoWorld;
import oroshi.directory.Directory;
import oroshi.relationships.Wire;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the US Government cloud has and lacks, in menu, pages and API. */
@OroshiTest
@TestInstance(Lifecycle.PER_CLASS)
class UsGovernmentTest {
    private static final String COUNTY = "onboarding/add-prairie-bend.request.json";

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private TestCallers callers;

    @Autowired
    private Directory directory;

    @LocalServerPort
    private int port;

    private Fixtures.Copy potomac;
    private Browserless hill;
    private Clerk clerk;
    private Clerk.Served county;

    @BeforeAll
    void setUp() {
        potomac = fixtures.potomac();
        hill = signedIn("grace.hill");
        clerk = clerk(potomac);
        county = clerk.onboard(COUNTY, Map.of());
    }

    private Clerk clerk(Fixtures.Copy partner) {
        return new Clerk(port, callers.token(callers.aPersonOf(partner.id(), Role.values())));
    }

    private Browserless signedIn(String person) {
        var browser = new Browserless(port);
        browser.fill("/sign-in", Map.of("name", potomac.signInName(person), "password", DemoWorld.PASSWORD));
        return browser;
    }

    @Test
    @DisplayName("J12-A1 rows 5, 6, 9 and 17: the menu of Grace Hill and Sam Reyes, and the line on every page")
    void leadsOnlyToWhatThisCloudHas() {
        for (var person : List.of("grace.hill", "sam.reyes")) {
            var dashboard = signedIn(person).get("/").body();
            assertThat(dashboard)
                    .contains("Microsoft Cloud for US Government", "href=\"/customers\"")
                    .doesNotContain("/indirect-resellers", "/indirect-providers", "/service-health");
        }
        assertThat(hill.get("/").body()).contains("href=\"/activity\"");
        assertThat(hill.get("/customers").body())
                .contains("Microsoft Cloud for US Government", "County of Prairie Bend")
                .doesNotContain("Request a relationship", "Filter by indirect reseller");
    }

    @Test
    @DisplayName("J12-A1 rows 3, 4 and 5: no page of agreements, qualifications or indirect partners opens")
    void opensNoPageThatThisCloudLacks() {
        var record = "/customers/" + county.customer();
        for (var page : List.of(
                "/indirect-resellers",
                "/indirect-resellers/invite",
                "/indirect-providers",
                "/agreements",
                record + "/agreement",
                record + "/agreement/ask",
                record + "/account/qualification")) {
            assertThat(hill.get(page).statusCode()).as(page).isIn(400, 403, 404);
        }
        hill.get(record + "/account");
        for (var form : List.of(record + "/agreement", record + "/agreement/ask", record + "/account/qualification")) {
            assertThat(hill.post(form, Map.of("qualification", "EDUCATION")).statusCode())
                    .as(form)
                    .isIn(400, 403, 404);
        }
    }

    @Test
    @DisplayName("J12-A1 rows 2 to 5: the record shows the kind of government customer, and nothing this cloud lacks")
    void showsTheRecordWithoutWhatThisCloudLacks() {
        var record = "/customers/" + county.customer();
        assertThat(hill.get(record + "/account").body())
                .contains("County of Prairie Bend", county.domain() + ".onmicrosoft.us", "State")
                .doesNotContain("ualification", "Customer agreement", "ndirect reseller");
        assertThat(hill.get(record + "/subscriptions/" + county.subscription()).body())
                .contains("Gov Enterprise 3")
                .doesNotContain("MPN ID");
    }

    @Test
    @DisplayName("J12-A1 rows 2 to 5 and 11: the wizard asks for the kind and sells what is sold here, in dollars")
    void asksInTheWizardOnlyWhatThisCloudKnows() {
        var opened = Browserless.location(hill.get("/customers/new"));
        var page = hill.get(opened).body();
        assertThat(page)
                .contains("gov.entityKind", "US Government agreement", ".onmicrosoft.us")
                .doesNotContain("name=\"qualification\"", "name=\"agreement.mode\"", "name=\"reseller\"");
        var next = hill.post(opened, form(Map.of()));
        assertThat(Browserless.location(next)).as(next.body()).endsWith("/subscriptions");
        assertThat(hill.get(Browserless.location(next)).body())
                .contains("Gov Enterprise 3", "22.00")
                .doesNotContain("Business Premium", "Education Faculty");
    }

    @ParameterizedTest
    @CsvSource({
        "agreement.mode,accepted",
        "agreement.date,4/22/2019",
        "qualification,EDUCATION",
        "qualification,GOVERNMENT_COMMUNITY_CLOUD",
        "educationSegment,K12",
        "gccValidationCode,123456",
        "reseller,none",
        "reseller,0b7d3e91-52c8-4f1a-9a6e-c4f0182d7b35"
    })
    @DisplayName("J12-01 a form that carries what this cloud lacks is refused")
    void refusesAFormThatCarriesWhatThisCloudLacks(String field, String value) {
        var opened = Browserless.location(hill.get("/customers/new"));
        hill.get(opened);
        var refused = hill.post(opened, form(Map.of(field, value)));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("This is not supported in this cloud.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "agreement|{\"mode\":\"accepted\",\"date\":\"2019-04-22\"}",
                "agreement|{\"date\":\"2019-04-22\"}",
                "qualification|\"EDUCATION\"",
                "gccValidationCode|\"123456\"",
                "reseller|\"0b7d3e91-52c8-4f1a-9a6e-c4f0182d7b35\""
            })
    @DisplayName("J12-01 a call that carries what this cloud lacks is refused and leaves nothing")
    void refusesACallThatCarriesWhatThisCloudLacks(String member, String value) throws Exception {
        var domain = Clerk.anyDomain();
        var request = (ObjectNode) Wire.golden(COUNTY, Map.of("domain", domain));
        request.set(member, tools.jackson.databind.json.JsonMapper.shared().readTree(value));
        assertUnsupported(clerk.call("POST", "/oroshi/customers", request.toString()));
        assertThat(isFree(domain)).isTrue();
    }

    @Test
    @DisplayName("J12-01 the operations that this cloud lacks say so")
    void refusesTheOperationsThatThisCloudLacks() {
        var customer = "/v1/customers/" + county.customer();
        for (var path : List.of(
                "/v1/agreements?agreementType=*",
                customer + "/agreements",
                customer + "/directSignedMicrosoftCustomerAgreementStatus",
                customer + "/qualifications",
                customer + "/qualification",
                customer + "/relationships",
                "/v1/customers/all/validations",
                "/v1/customers/relationshiprequests",
                "/v1/relationships?relationship_type=isindirectresellerof")) {
            assertUnsupported(clerk.get(path));
        }
        assertUnsupported(clerk.call("POST", customer + "/agreements", "{}"));
        assertUnsupported(clerk.call("POST", customer + "/qualifications", "{\"qualification\":\"education\"}"));
        assertUnsupported(clerk.call("PUT", customer + "/qualification", "\"education\""));
    }

    @Test
    @DisplayName("J12-01 a reseller in the Customer resource is refused and leaves nothing")
    void refusesAResellerInTheCustomerResource() {
        var domain = Clerk.anyDomain();
        var body = (ObjectNode) clerk.read("/v1/customers/" + county.customer());
        body.remove(List.of("id", "commerceId", "links", "attributes"));
        ((ObjectNode) body.get("companyProfile")).put("domain", domain + ".onmicrosoft.us");
        body.put("associatedPartnerId", "0b7d3e91-52c8-4f1a-9a6e-c4f0182d7b35");
        assertUnsupported(clerk.call("POST", "/v1/customers", body.toString()));
        assertThat(isFree(domain)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"state,PR", "state,Guam", "state,ZZ", "postalCode,6600", "postalCode,66002-12", "country,CA"})
    @DisplayName("J12-02 a territory, a malformed ZIP code and another country are refused")
    void refusesAnAddressElsewhere(String member, String value) throws Exception {
        var request = (ObjectNode) Wire.golden(COUNTY, Map.of("domain", Clerk.anyDomain()));
        request.put(member, value);
        var refused = clerk.call("POST", "/oroshi/customers", request.toString());
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    }

    @Test
    @DisplayName("J12-02 the District of Columbia and ZIP+4 are taken")
    void takesTheDistrictAndLongZipCodes() throws Exception {
        var request = (ObjectNode) Wire.golden(COUNTY, Map.of("domain", Clerk.anyDomain()));
        request.put("state", "DC").put("postalCode", "20001-1234");
        var made = clerk.call("POST", "/oroshi/customers", request.toString());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    }

    @Test
    @DisplayName("J12-A2 a prefix taken in this cloud is free in the public one")
    void leavesThePrefixFreeInTheOtherCloud() {
        var sakura = clerk(fixtures.aozora())
                .onboard("onboarding/add-sakura.request.json", Map.of("domain", county.domain()));
        assertThat(sakura.admin()).endsWith("@" + county.domain() + ".onmicrosoft.com");
        assertThat(county.admin()).endsWith("@" + county.domain() + ".onmicrosoft.us");
    }

    private boolean isFree(String domain) {
        return directory.isFree(Cloud.US_GOV, directory.prefix(Cloud.US_GOV, domain));
    }

    private static void assertUnsupported(HttpResponse<String> answer) {
        var softly = new SoftAssertions();
        softly.assertThat(answer.statusCode())
                .as(answer.uri() + ": " + answer.body())
                .isEqualTo(400);
        JsonNode error = Clerk.json(answer);
        softly.assertThat(error.path("code").asInt()).isEqualTo(900141);
        softly.assertThat(answer.body()).contains("not supported in this cloud");
        softly.assertAll();
    }

    private static Map<String, String> form(Map<String, String> more) {
        var form = new HashMap<>(Map.of(
                "action", "next",
                "country", "US",
                "companyName", "County of Prairie Bend, Office of the Clerk",
                "domainPrefix", Clerk.anyDomain(),
                "postalCode", "66002",
                "state", "KS",
                "city", "Prairie Bend",
                "addressLine1", "200 Courthouse Square",
                "culture", "en-US",
                "gov.entityKind", "STATE_OR_LOCAL"));
        form.putAll(Map.of(
                "contact.firstName", "Walter",
                "contact.lastName", "Boone",
                "contact.email", "wboone@prairiebend.example"));
        form.putAll(more);
        return form;
    }
}
