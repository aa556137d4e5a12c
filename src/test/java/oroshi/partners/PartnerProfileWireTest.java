package oroshi.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static oroshi.relationships.Wire.file;
import static oroshi.relationships.Wire.golden;
import static oroshi.relationships.Wire.json;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.OroshiTest;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.access.tokens.TestTokens;
import oroshi.database.PartnerScope;
import oroshi.relationships.Wire;

/** A partner's own profiles as clients of the API see them. */
@OroshiTest
class PartnerProfileWireTest {
    private static final String LEGAL = "/v1/profiles/legalbusiness";
    private static final String ORGANIZATION = "/v1/profiles/organization";
    private static final String BILLING = "/v1/profiles/billing";
    private static final String SUPPORT = "/v1/profiles/support";
    private static final String MEMBERSHIP = "/v1/profiles/mpn";

    @Autowired
    private TestCallers callers;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private Partners partners;

    @Autowired
    private LegalProfiles legal;

    @LocalServerPort
    private int port;

    private Wire wire;
    private Person admin;
    private String token;

    @BeforeEach
    void becomePartner() {
        wire = new Wire(port);
        admin = callers.aPartner();
        token = callers.token(admin);
    }

    @Test
    @DisplayName("getLegalBusinessProfile, updateLegalBusinessProfile: another name or address is vetted again")
    void vetsLegalData() throws Exception {
        same("get-legal-profile-unwritten", 200, wire.get(token, LEGAL + "?vettingVersion=Current"));
        same("get-legal-profile-not-vetted", 404, wire.get(token, LEGAL + "?vettingVersion=LastFinalized"));
        same("get-legal-profile-version-unknown", 400, wire.get(token, LEGAL + "?vettingVersion=Newest"));

        same("update-legal-profile", 200, put(LEGAL, file("partners/update-legal-profile.request.json")));
        decide(true);
        same("get-legal-profile", 200, wire.get(token, LEGAL + "?vettingVersion=last_finalized"));

        var back = file("partners/update-legal-profile.request.json");
        var mail = back.replace("\"email\" : \"ren.ito", "\"email\" : \"ren");
        assertThat(json(put(LEGAL, mail)).path("vettingStatus").asString()).isEqualTo("authorized");

        put(LEGAL, back.replace("1-1-1", "2-2-2").replace("青空クラウド株式会社", "青空雲株式会社"));
        decide(false);
        var rejected = json(wire.get(token, LEGAL));
        assertThat(rejected.path("vettingStatus").asString()).isEqualTo("rejected");
        assertThat(partners.get(admin.partnerId()))
                .returns("青空クラウド株式会社", Partner::legalName)
                .returns(PartnerStatus.SUSPENDED, Partner::status);

        put(LEGAL, back.replace("青空クラウド株式会社", "青空雲株式会社"));
        decide(true);
        assertThat(partners.get(admin.partnerId()))
                .returns("青空雲株式会社", Partner::legalName)
                .returns(PartnerStatus.ACTIVE, Partner::status);
    }

    @Test
    void refusesLegalDataThatBreakARule() throws Exception {
        var body = file("partners/update-legal-profile.request.json");
        same(
                "update-legal-profile-wrong",
                400,
                put(
                        LEGAL,
                        body.replace("ren.ito@aozora-cloud.example", "nobody")
                                .replace("\"1000005\"", "\"12\"")
                                .replace("\"firstName\" : \"蓮\"", "\"firstName\" : \"\"")));
        same("update-legal-profile-country", 400, put(LEGAL, body.replace("\"JP\"", "\"FR\"")));
        same("update-legal-profile-no-address", 400, put(LEGAL, "{\"companyName\":\"青空\"}"));
        same("update-legal-profile-no-json", 400, put(LEGAL, "{"));
        refuses(400, 3000, put(LEGAL, body.replace("\"青空クラウド株式会社\"", "7")));
    }

    @Test
    @DisplayName("getOrganizationProfile, updateOrganizationProfile: ids and domain are never read")
    void keepsTheOrganization() throws Exception {
        same("get-organization-profile-unwritten", 200, wire.get(token, ORGANIZATION));

        var updated = put(ORGANIZATION, file("partners/update-organization-profile.request.json"));
        same("update-organization-profile", 200, updated);
        same("get-organization-profile", 200, wire.get(token, ORGANIZATION));
        refuses(400, 3000, put(ORGANIZATION, updated.body().replace("ja-JP", "Japanisch!")));
        same(
                "update-organization-profile-wrong",
                400,
                put(ORGANIZATION, updated.body().replace("office@", "office at ")));
        staleOnes(ORGANIZATION, updated);
    }

    @Test
    @DisplayName("getPartnerBillingProfile, updatePartnerBillingProfile: the currency is fixed")
    void keepsToWhomInvoicesGo() throws Exception {
        same("get-billing-profile-unwritten", 200, wire.get(token, BILLING));

        var updated = put(BILLING, file("partners/update-billing-profile.request.json"));
        same("update-billing-profile", 200, updated);
        same("get-billing-profile", 200, wire.get(token, BILLING));
        same("update-billing-profile-currency", 400, put(BILLING, updated.body().replace("\"JPY\"", "\"USD\"")));
        same(
                "update-billing-profile-day",
                400,
                put(BILLING, updated.body().replace("\"taxId\"", "\"billingDay\":32,\"taxId\"")));
        assertThat(json(put(
                                BILLING,
                                file("partners/update-billing-profile.request.json")
                                        .replace(": 0", ": 25")))
                        .path("billingDay")
                        .asInt())
                .isEqualTo(25);
        staleOnes(BILLING, updated);
    }

    /** If-Match old: 412; only the etag in the body old: 400; neither: accepted. */
    private void staleOnes(String path, HttpResponse<String> first) throws Exception {
        var etag = json(first).path("attributes").path("etag").asString();
        assertThat(first.headers().firstValue("ETag")).contains("\"" + etag + "\"");
        var current = wire.call("PUT", token, path, first.body(), "If-Match", "\"" + current(path) + "\"");
        assertThat(current.statusCode()).isEqualTo(200);
        same("update-stale-header", 412, wire.call("PUT", token, path, first.body(), "If-Match", "W/\"" + etag + "\""));
        same("update-stale-body", 400, put(path, first.body()));
        assertThat(wire.call("PUT", token, path, first.body(), "If-Match", "*").statusCode())
                .isEqualTo(200);
        assertThat(put(path, first.body().replace("\"etag\"", "\"tag\"")).statusCode())
                .isEqualTo(200);
    }

    private String current(String path) throws Exception {
        return json(wire.get(token, path)).path("attributes").path("etag").asString();
    }

    @Test
    @DisplayName("getSupportProfile, updateSupportProfile, updateSupportProfileAlias")
    void keepsWhereCustomersFindHelp() throws Exception {
        same("get-support-profile-unwritten", 200, wire.get(token, SUPPORT));

        same("update-support-profile", 200, put(SUPPORT, file("partners/update-support-profile.request.json")));
        same("get-support-profile", 200, wire.get(token, SUPPORT));
        same(
                "update-support-profile-wrong",
                400,
                put(SUPPORT, "{\"email\":\"x\",\"telephone\":\"12\",\"website\":\"no site\"}"));
        var alias = put("/v1/profiles/supportprofile", "{\"email\":\"help@aozora-cloud.example\"}");
        assertThat(json(alias).path("email").asString()).isEqualTo("help@aozora-cloud.example");
        assertThat(json(alias).has("website")).isFalse();
    }

    @Test
    @DisplayName("getMpnProfile: the own number, or whether another one exists")
    void verifiesPartnerNumbers() throws Exception {
        same("get-mpn-profile", 200, wire.get(token, MEMBERSHIP));
        var other = partners.get(callers.aPartner().partnerId());
        assertThat(json(wire.get(token, MEMBERSHIP + "?mpnId=" + other.mpnId()))
                        .path("mpnId")
                        .asString())
                .isEqualTo(other.mpnId());
        same("get-mpn-profile-unknown", 404, wire.get(token, MEMBERSHIP + "?mpnId=9999999999"));
        same("get-mpn-profile-no-number", 400, wire.get(token, MEMBERSHIP + "?mpnId=71x"));
        assertThat(wire.get(token, MEMBERSHIP + "?mpnId=").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("getAccountSetting, updateAccountSetting: no setting is defined yet")
    void knowsNoSetting() throws Exception {
        same("get-account-setting", 404, wire.get(token, "/v1/accountsettings/defaultLocale"));
        same("get-account-setting", 404, put("/v1/accountsettings/defaultLocale", "{\"value\":\"fr-CA\"}"));
    }

    @Test
    void opensOnlyToTheRolesOfTheContract() throws Exception {
        var application = tokens.ofApplication(admin.partnerId());
        assertThat(wire.get(application, LEGAL).statusCode()).isEqualTo(200);
        for (var path : new String[] {ORGANIZATION, BILLING, SUPPORT, MEMBERSHIP, "/v1/accountsettings/x"}) {
            same("profile-application-alone", 403, wire.get(application, path));
        }
        for (var path : new String[] {LEGAL, ORGANIZATION, BILLING, SUPPORT, "/v1/profiles/supportprofile"}) {
            same("profile-application-alone", 403, wire.call("PUT", application, path, "{}"));
        }
        readers(LEGAL, Role.GLOBAL_ADMIN, Role.USER_MANAGEMENT_ADMIN, Role.ADMIN_AGENT);
        readers(
                ORGANIZATION,
                Role.GLOBAL_ADMIN,
                Role.USER_MANAGEMENT_ADMIN,
                Role.ADMIN_AGENT,
                Role.SALES_AGENT,
                Role.HELPDESK_AGENT);
        readers(BILLING, Role.GLOBAL_ADMIN, Role.BILLING_ADMIN, Role.ADMIN_AGENT);
        readers(SUPPORT, Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT, Role.HELPDESK_AGENT);
        readers(MEMBERSHIP, Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT);
    }

    private void readers(String path, Role... allowed) throws Exception {
        for (var role : Role.values()) {
            var person = callers.token(callers.aPersonOf(admin.partnerId(), role));
            var expected = java.util.List.of(allowed).contains(role) ? 200 : 403;
            assertThat(wire.get(person, path).statusCode())
                    .as(path + " " + role)
                    .isEqualTo(expected);
            if (role != Role.GLOBAL_ADMIN && !(role == Role.BILLING_ADMIN && path.equals(BILLING))) {
                assertThat(wire.call("PUT", person, path, "{}").statusCode())
                        .as(path + " " + role)
                        .isIn(403, 405);
            }
        }
    }

    private void decide(boolean authorized) {
        var id = admin.partnerId();
        PartnerScope.run(id, () -> legal.decide(id, authorized));
    }

    private HttpResponse<String> put(String path, String body) throws Exception {
        return wire.call("PUT", token, path, body);
    }

    private void same(String file, int status, HttpResponse<String> response) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        var partner = partners.get(admin.partnerId());
        var places = Map.of(
                "partner", partner.id().toString(),
                "mpnId", partner.mpnId(),
                "domain", partner.verifiedDomains().iterator().next(),
                "etag", json(response).path("attributes").path("etag").asString(""));
        assertThat(json(response)).isEqualTo(golden("partners/" + file + ".response.json", places));
    }

    private static void refuses(int status, int code, HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(Wire.code(response)).as(response.body()).isEqualTo(code);
    }
}
