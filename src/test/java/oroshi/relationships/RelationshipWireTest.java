package oroshi.relationships;

import static org.assertj.core.api.Assertions.assertThat;
import static oroshi.relationships.Wire.code;
import static oroshi.relationships.Wire.golden;
import static oroshi.relationships.Wire.json;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.OroshiTest;
import oroshi.access.Browserless;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.basics.Cloud;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.database.PartnerScope;
import oroshi.partners.Partners;

/** Relationships as clients of the API and people at the portal see them. */
@OroshiTest
class RelationshipWireTest {
    private static final String AS_PROVIDER = "/v1/relationships?relationship_type=IsIndirectCloudSolutionProviderOf";

    @Autowired
    private TestCallers callers;

    @Autowired
    private Partners partners;

    @Autowired
    private Partnerships partnerships;

    @Autowired
    private Invitations invitations;

    @Autowired
    private Relationships relationships;

    @LocalServerPort
    private int port;

    private Wire wire;
    private Person provider;
    private Person reseller;

    @BeforeEach
    void becomePartners() {
        wire = new Wire(port);
        provider = callers.aPartner(PartnerType.INDIRECT_PROVIDER, Cloud.PUBLIC, false);
        reseller = callers.aPartner(PartnerType.INDIRECT_RESELLER, Cloud.PUBLIC, false);
        var providerId = provider.partnerId();
        var link = PartnerScope.call(providerId, () -> invitations.get(providerId, Invitation.Kind.PARTNERSHIP));
        PartnerScope.run(
                reseller.partnerId(), () -> partnerships.accept(reseller.partnerId(), providerId, link.token(), true));
    }

    @Test
    void listsResellersAndProviders() throws Exception {
        var token = callers.token(provider);
        var resellers = wire.get(token, AS_PROVIDER);
        assertThat(json(resellers))
                .isEqualTo(golden(
                        "relationships/list-resellers.response.json",
                        Map.of(
                                "reseller",
                                reseller.partnerId().toString(),
                                "mpnId",
                                partners.get(reseller.partnerId()).mpnId())));

        var providers =
                json(wire.get(callers.token(reseller), "/v1/relationships?relationship_type=is_indirect_reseller_of"));
        assertThat(providers.path("items").path(0).path("id").asString())
                .isEqualTo(provider.partnerId().toString());
        assertThat(providers.path("items").path(0).path("relationshipType").asString())
                .isEqualTo("is_indirect_reseller_of");
    }

    @Test
    void narrowsByNameAlone() throws Exception {
        var token = callers.token(provider);
        assertThat(count(wire.get(token, filtered("Name", "クラウド", "substring"))))
                .isEqualTo(1);
        assertThat(count(wire.get(token, filtered("name", "青空", "StartsWith")))).isEqualTo(1);
        assertThat(count(wire.get(token, filtered("Name", "白雲", "substring")))).isZero();
        assertRefused(400, 2000, wire.get(token, filtered("MpnId", "1", "substring")));
        assertRefused(400, 2000, wire.get(token, filtered("Name", "1", "greater_than")));
        assertRefused(400, 3000, wire.get(token, "/v1/relationships"));
        assertRefused(400, 900126, wire.get(token, "/v1/relationships?relationship_type=IsFriendOf"));
        var sales = callers.aPersonOf(provider.partnerId(), Role.HELPDESK_AGENT);
        assertRefused(403, 900150, wire.get(callers.token(sales), AS_PROVIDER));
    }

    @Test
    void listsTheResellersOfACustomer() throws Exception {
        var customer = new CustomerId(UUID.randomUUID());
        PartnerScope.run(
                provider.partnerId(),
                () -> relationships.establish(provider.partnerId(), customer, Optional.of(reseller.partnerId()), true));
        var path = "/v1/customers/" + customer + "/relationships";

        var listed = json(wire.get(callers.token(provider), path));
        assertThat(listed.path("items").path(0).path("id").asString())
                .isEqualTo(reseller.partnerId().toString());
        assertThat(listed.path("items").path(0).has("state")).isFalse();
        var stranger = callers.aPartner(PartnerType.INDIRECT_PROVIDER, Cloud.PUBLIC, false);
        assertRefused(404, 60003, wire.get(callers.token(stranger), path));
        assertRefused(403, 900150, wire.get(callers.token(callers.aPartner()), path));
        assertRefused(403, 900150, wire.get(callers.token(reseller), path));
        assertRefused(
                404,
                60003,
                wire.get(callers.token(provider), path.replace(customer.toString(), "" + UUID.randomUUID())));
    }

    @Test
    void givesOneLinkForInvitingCustomers() throws Exception {
        var agent = callers.aPersonOf(provider.partnerId(), Role.SALES_AGENT);
        var link = json(wire.get(callers.token(agent), "/v1/customers/relationshiprequests"));

        assertThat(link.path("url").asString())
                .contains("invType=ResellerRelationship", "partnerId=" + provider.partnerId(), "DAP=false");
        assertThat(link.path("attributes").path("objectType").asString()).isEqualTo("RelationshipRequest");
    }

    @Test
    void showsBothSidesEachOther() {
        var page = signedIn(provider).get("/indirect-resellers?q=" + encoded("青空"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(partners.get(reseller.partnerId()).mpnId(), "/indirect-resellers/" + reseller.partnerId());
        assertThat(signedIn(provider).get("/indirect-resellers/invite").body()).contains("/indirect-providers/accept");
        var other = signedIn(reseller);
        assertThat(other.get("/indirect-providers").body())
                .contains(partners.get(provider.partnerId()).mpnId());
        assertThat(other.get("/indirect-resellers").statusCode()).isEqualTo(403);
        assertThat(other.get("/indirect-providers/accept?provider=x&token=y").statusCode())
                .isEqualTo(404);
        assertThat(other.get("/agreements?q=Japan").body()).contains("agreement-documents/preview");
    }

    @Test
    void removesAPartnershipAfterAsking() {
        var browser = signedIn(provider);
        var remove = "/indirect-resellers/" + reseller.partnerId() + "/remove";
        assertThat(browser.get(remove).statusCode()).isEqualTo(200);

        var removed = browser.post(remove, Map.of());
        assertThat(Browserless.location(removed)).isEqualTo("/indirect-resellers");
        assertThat(browser.get(remove).statusCode()).isEqualTo(404);
    }

    private Browserless signedIn(Person person) {
        var browser = new Browserless(port);
        var chosen = "correct horse battery staple";
        var first = browser.fill(
                "/sign-in",
                Map.of(
                        "name",
                        person.signInName(),
                        "password",
                        person.password().reveal()));
        if (!Browserless.location(first).endsWith("/sign-in/password")) {
            browser.fill("/sign-in", Map.of("name", person.signInName(), "password", chosen));
            return browser;
        }
        browser.fill(
                "/sign-in/password",
                Map.of("password", person.password().reveal(), "newPassword", chosen, "repeatPassword", chosen));
        return browser;
    }

    private static String filtered(String field, String value, String operator) {
        return "/v1/relationships?relationship_type=IsIndirectCloudSolutionProviderOf&filter="
                + encoded("{\"Field\":\"%s\",\"Value\":\"%s\",\"Operator\":\"%s\"}".formatted(field, value, operator));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static int count(HttpResponse<String> response) {
        return json(response).path("totalCount").asInt(-1);
    }

    private static void assertRefused(int status, int code, HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(code(response)).as(response.body()).isEqualTo(code);
    }
}
