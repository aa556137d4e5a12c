package oroshi.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static oroshi.relationships.Wire.code;
import static oroshi.relationships.Wire.file;
import static oroshi.relationships.Wire.golden;
import static oroshi.relationships.Wire.json;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.OroshiTest;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.basics.Cloud;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.basics.TenantId;
import oroshi.database.PartnerScope;
import oroshi.directory.Directory;
import oroshi.directory.DomainPrefix;
import oroshi.directory.NewTenant;
import oroshi.directory.NewUser;
import oroshi.directory.TemporaryPassword;
import oroshi.partners.Partners;
import oroshi.relationships.Relationships;
import oroshi.relationships.Wire;

/** The agreement operations as clients see them. */
@OroshiTest
class AgreementWireTest {
    private static final String TEMPLATE = "117a77b0-9360-443b-8795-c6dedc750cf9";

    @Autowired
    private TestCallers callers;

    @Autowired
    private Partners partners;

    @Autowired
    private Relationships relationships;

    @Autowired
    private Directory directory;

    @LocalServerPort
    private int port;

    private Wire wire;

    @BeforeEach
    void connect() {
        wire = new Wire(port);
    }

    @Test
    void attestsAndListsAsTheGoldenFilesSay() throws Exception {
        var agent = anAgent(PartnerType.DIRECT_BILL, Cloud.PUBLIC);
        var agreements = "/v1/customers/" + aCustomer(agent.partnerId()) + "/agreements";
        var token = callers.token(agent);

        var created = wire.post(token, agreements, file("agreements/attest.request.json"));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(json(created))
                .isEqualTo(golden(
                        "agreements/attest.response.json",
                        Map.of("userId", agent.userId().toString())));

        var again = wire.post(
                token, agreements, file("agreements/attest.request.json").replace("Quint", " QUINT "));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(json(again)).isEqualTo(golden("agreements/attest-duplicate.response.json", Map.of()));

        var listed = wire.get(token, agreements + "?agreementType=MicrosoftCustomerAgreement");
        assertThat(json(listed))
                .isEqualTo(golden("agreements/list-attestations.response.json", Map.of("root", wire.root())));
        assertThat(json(wire.get(token, agreements)).path("totalCount").asInt()).isZero();
        assertThat(json(wire.get(token, agreements + "?agreementType=*"))
                        .path("totalCount")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void namesEverythingThatIsWrongWithAnAttestation() throws Exception {
        var agent = anAgent(PartnerType.DIRECT_BILL, Cloud.PUBLIC);
        var agreements = "/v1/customers/" + aCustomer(agent.partnerId()) + "/agreements";
        var token = callers.token(agent);
        var request = file("agreements/attest.request.json");

        var empty = wire.post(token, agreements, "{}");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(json(empty)).isEqualTo(golden("agreements/attest-incomplete.response.json", Map.of()));
        assertRefused(400, 3000, wire.post(token, agreements, request.replace("2026-01-09", "2999-01-09")));
        assertRefused(400, 3000, wire.post(token, agreements, request.replace("2026-01-09", "yesterday ")));
        assertRefused(
                400, 3000, wire.post(token, agreements, request.replace(TEMPLATE, TEMPLATE.toUpperCase(Locale.ROOT))));
        assertRefused(
                400, 3000, wire.post(token, agreements, request.replace("CustomerAgreement\"", "CloudAgreement\"")));
        assertRefused(400, 900126, wire.post(token, agreements, request.replace("CustomerAgreement\"", "Paper\"")));
        assertRefused(400, 900126, wire.get(token, agreements + "?agreementType=Paper"));
        assertRefused(400, 800002, wire.post(token, agreements, "no json"));
    }

    @Test
    @DisplayName("J2-A4 and J2-A6 who may not attest hears it on the wire too")
    void turnsAwayWhoMayNotAttest() throws Exception {
        var agent = anAgent(PartnerType.DIRECT_BILL, Cloud.PUBLIC);
        var customer = aCustomer(agent.partnerId());
        var agreements = "/v1/customers/" + customer + "/agreements";
        var request = file("agreements/attest.request.json");

        var admin = callers.aPersonOf(agent.partnerId(), Role.GLOBAL_ADMIN);
        assertRefused(403, 900150, wire.post(callers.token(admin), agreements, request));
        var reseller = anAgent(PartnerType.INDIRECT_RESELLER, Cloud.PUBLIC);
        assertRefused(403, 900150, wire.post(callers.token(reseller), agreements, request));
        var government = anAgent(PartnerType.DIRECT_BILL, Cloud.US_GOV);
        assertRefused(400, 900141, wire.post(callers.token(government), agreements, request));
        var stranger = anAgent(PartnerType.DIRECT_BILL, Cloud.PUBLIC);
        assertRefused(404, 60003, wire.post(callers.token(stranger), agreements, request));
        assertRefused(404, 60003, wire.get(callers.token(stranger), agreements));
        var nowhere = "/v1/customers/" + UUID.randomUUID() + "/agreements";
        assertRefused(404, 60003, wire.get(callers.token(agent), nowhere));
    }

    @Test
    void listsTemplatesAndLeadsToTheirTexts() throws Exception {
        var token = callers.token(anAgent(PartnerType.DIRECT_BILL, Cloud.PUBLIC));

        var metadata = wire.get(token, "/v1/agreements?agreementType=MicrosoftCustomerAgreement");
        assertThat(json(metadata))
                .isEqualTo(golden("agreements/list-metadata.response.json", Map.of("root", wire.root())));
        var document =
                json(wire.get(token, "/v1/agreementtemplates/" + TEMPLATE + "/document?country=JP&language=ja-JP"));
        assertThat(document.path("language").asString()).isEqualTo("ja-JP");
        assertThat(document.path("country").asString()).isEqualTo("JP");
        var read = wire.download(document.path("displayUri").asString());
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(new String(read.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("Microsoft 顧客契約");
        var downloadUri = document.path("downloadUri").asString();
        var downloaded = wire.download(downloadUri);
        assertThat(downloaded.statusCode()).isEqualTo(200);
        assertThat(new String(downloaded.body(), 0, 2, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("PK");
        assertThat(wire.download(downloadUri.replaceFirst("exp=\\d+", "exp=4102444800"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(wire.download(downloadUri.replace("country=JP", "country=US"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void fallsBackToEnglishAndRefusesUnknownDocuments() throws Exception {
        var token = callers.token(anAgent(PartnerType.DIRECT_BILL, Cloud.PUBLIC));
        var document = "/v1/agreementtemplates/" + TEMPLATE + "/document";

        var fallback = json(wire.get(token, document + "?language=xx-XX"));
        assertThat(fallback.path("language").asString()).isEqualTo("en-US");
        assertThat(fallback.path("country").asString()).isEqualTo("US");
        assertRefused(400, 3000, wire.get(token, document + "?country=jp"));
        assertRefused(404, 1000, wire.get(token, document.replace(TEMPLATE, TEMPLATE.toUpperCase(Locale.ROOT))));
        assertRefused(400, 3000, wire.get(token, document.replace(TEMPLATE, "998b88de-aa99-4388-a42c-1b3517d49490")));
    }

    @Test
    void tellsWhetherTheCustomerAcceptedItself() throws Exception {
        var agent = anAgent(PartnerType.DIRECT_BILL, Cloud.PUBLIC);
        var status = "/v1/customers/" + aCustomer(agent.partnerId()) + "/directSignedMicrosoftCustomerAgreementStatus";

        assertThat(wire.get(callers.token(agent), status).body()).isEqualTo("{\"isSigned\":false}");
        var stranger = anAgent(PartnerType.DIRECT_BILL, Cloud.PUBLIC);
        assertRefused(404, 60003, wire.get(callers.token(stranger), status));
    }

    @Test
    void tellsAProviderWhichResellerSigned() throws Exception {
        var provider = anAgent(PartnerType.INDIRECT_PROVIDER, Cloud.PUBLIC);
        var reseller = callers.aPartner(PartnerType.INDIRECT_RESELLER, Cloud.PUBLIC, false);
        var direct = callers.aPartner();
        var token = callers.token(provider);
        var status = "/v1/compliance/csp/agreementstatus";

        var signed = wire.get(token, status + "?mpnId=&tenantId=" + reseller.partnerId());
        assertThat(signed.body()).isEqualTo("{\"isAgreementSigned\":true}");
        assertThat(wire.get(token, status + "?mpnId=" + mpnId(reseller)).body())
                .isEqualTo("{\"isAgreementSigned\":true}");
        assertError(2200, "PartnerFD", wire.get(token, status + "?mpnId=99999999999"));
        assertError(2204, "PartnerFD", wire.get(token, status + "?mpnId=" + mpnId(direct)));
        assertError(2205, "PartnerFD", wire.get(token, status + "?tenantId=" + UUID.randomUUID()));
        assertError(2000, "PartnerApiServiceControllers", wire.get(token, status + "?mpnId=seven"));
        assertError(2000, "PartnerApiServiceControllers", wire.get(token, status + "?tenantId=seven"));
        assertError(2000, "ComplianceController", wire.get(token, status + "?mpnId=7&tenantId=7"));
        assertError(2001, "ComplianceController", wire.get(token, status));
        assertRefused(404, 1000, wire.get(token, "/v1/compliance/other/agreementstatus?mpnId=7"));
        assertRefused(403, 900150, wire.get(callers.token(direct), status + "?mpnId=7"));
    }

    private String mpnId(Person person) {
        return partners.get(person.partnerId()).mpnId();
    }

    private Person anAgent(PartnerType type, Cloud cloud) {
        var partner = callers.aPartner(type, cloud, false);
        return callers.aPersonOf(partner.partnerId(), Role.ADMIN_AGENT);
    }

    private CustomerId aCustomer(PartnerId partnerId) {
        var prefix = DomainPrefix.parse(
                "c" + UUID.randomUUID().toString().replace("-", "").substring(0, 20));
        var tenant = new NewTenant(TenantId.next(), Cloud.PUBLIC, prefix, "Bramblewood Ceramics", "JP", "ja-JP");
        directory.create(tenant, NewUser.admin("Marisol", "Quint", "ja-JP", TemporaryPassword.generate()));
        var customer = CustomerId.of(tenant.id());
        PartnerScope.run(partnerId, () -> relationships.establish(partnerId, customer, Optional.empty(), true));
        return customer;
    }

    private static void assertError(int code, String source, HttpResponse<String> response) {
        assertRefused(400, code, response);
        assertThat(json(response).path("source").asString()).isEqualTo(source);
    }

    private static void assertRefused(int status, int code, HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(code(response)).as(response.body()).isEqualTo(code);
    }
}
