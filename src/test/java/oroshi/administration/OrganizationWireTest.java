package oroshi.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.Clerk;
import oroshi.Clerk.Served;
import oroshi.Fixtures;
import oroshi.Fixtures.Copy;
import oroshi.OroshiTest;
import oroshi.access.tokens.TestTokens;
import oroshi.clock.Clocks;
import oroshi.customers.GoldenAnswers;

/** The organisation of a customer, its domains and its services on the wire. */
@OroshiTest
class OrganizationWireTest {
    @Autowired
    private Fixtures fixtures;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private Clocks clocks;

    @LocalServerPort
    private int port;

    private Copy partner;
    private Clerk clerk;
    private Served served;

    @BeforeEach
    void aCustomer() {
        serve(fixtures.registrar());
    }

    @Test
    @DisplayName(
            "the organisation and its domains are open to who holds directory roles, be there delegated administration or not")
    void describesTheOrganization() {
        assertGolden("get-organization", clerk.get(path("/organization")), 200);
        assertGolden("list-custom-domains", clerk.get(path("/customDomains")), 200);
        change("{\"allowDelegatedAccess\":false}");
        assertThat(clerk.get(path("/organization")).statusCode()).isEqualTo(200);
        assertThat(new Clerk(port, tokens.ofApplication(partner.id()))
                        .get(path("/customdomains"))
                        .statusCode())
                .isEqualTo(200);

        clocks.stopAt(partner.id(), Fixtures.MORNING.plus(Duration.ofDays(731)));
        assertGolden("get-organization-refused", clerk.get(path("/organization")), 403);
        assertThat(clerk.get(path("/customDomains")).statusCode()).isEqualTo(403);
    }

    @Test
    void refusesWhoAskedForNoAdministration() {
        var made = clerk.call(
                "POST",
                "/v1/customers",
                GoldenAnswers.request("create-without-administration").replace("{domain}", Clerk.anyDomain()));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(Clerk.json(made).path("allowDelegatedAccess").asBoolean()).isFalse();
        var other = "/v1/customers/" + Clerk.json(made).path("id").asString();
        assertThat(clerk.get(other + "/organization").statusCode()).isEqualTo(403);
        assertThat(clerk.read(other + "/managedservices").path("totalCount").asInt())
                .isZero();
    }

    @Test
    void addsADomainThatTheRegistrarVouchesFor() {
        var domain = Clerk.anyDomain();
        assertDomain("verified-domain", add("verified-domain", domain), 201, domain);
        assertDomain("verified-domain-taken", add("verified-domain", domain), 409, domain);
        assertThat(clerk.get(path("/customDomains")).body()).contains(domain + ".example");
        assertThat(clerk.call("HEAD", "/v1/domains/" + domain + ".example", "").statusCode())
                .isEqualTo(200);
        var other = Clerk.anyDomain();
        assertDomain("verified-domain-federated", add("verified-domain-federated", other), 201, other);
    }

    @Test
    void refusesADomainThatIsNotWholeOrNotTheRegistrars() {
        var domain = Clerk.anyDomain();
        var federated = request("verified-domain-federated", domain);
        assertDomain("verified-domain-missing", post("{\"verifiedDomainName\":\"x.example\"}"), 400, domain);
        assertDomain("verified-domain-word", post(federated.replace("WsFed", "Radius")), 400, domain);
        assertDomain("verified-domain-settings", post(federated.replace("issuerUri", "other")), 400, domain);
        assertThat(post(federated.replace("domainFederationSettings", "settings"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(federated.replace(domain + ".example", domain + ".onmicrosoft.com"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(federated.replace("\"name\": \"", "\"name\": \"www.")).statusCode())
                .isEqualTo(400);
        serve(fixtures.cedarRidge());
        assertDomain("verified-domain-no-registrar", add("verified-domain", domain), 403, domain);
        var qualified = new Clerk(port, "a key that only the operator of tests knows")
                .call(
                        "PUT",
                        "/oroshi/operator/partners/" + partner.id() + "/qualifications",
                        "{\"qualifications\":[\"DomainRegistrar\"]}");
        assertThat(qualified.statusCode()).isEqualTo(200);
        assertThat(add("verified-domain", domain).statusCode()).isEqualTo(201);
    }

    @Test
    void listsTheServicesThatThePartnerAdministers() {
        assertGolden("list-managed-services", clerk.get(path("/managedservices")), 200);
        assertThat(new Clerk(port, tokens.ofApplication(partner.id()))
                        .get(path("/managedservices"))
                        .body())
                .contains("900329");
    }

    private HttpResponse<String> add(String request, String domain) {
        return post(request(request, domain));
    }

    private static String request(String name, String domain) {
        return GoldenAnswers.request(name).replace("{domain}", domain);
    }

    private HttpResponse<String> post(String body) {
        return clerk.call("POST", path("/verifieddomain"), body);
    }

    private void change(String patch) {
        var caller = fixtures.caller(partner, "ana.ortiz");
        var admin = new Clerk(port, tokens.of(partner.id(), caller.userId().orElseThrow()));
        assertThat(admin.call("PATCH", path(""), patch).statusCode()).isEqualTo(200);
    }

    private void assertDomain(String name, HttpResponse<String> answer, int status, String domain) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        GoldenAnswers.assertLike(name, answer, Map.of(domain, "domain"));
    }

    private void assertGolden(String name, HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        var words = new HashMap<>(Map.of(served.customer(), "customer", served.domain(), "domain"));
        words.put("http://localhost:" + port, "root");
        GoldenAnswers.assertLike(name, answer, words);
    }

    private String path(String below) {
        return "/v1/customers/" + served.customer() + below;
    }

    private void serve(Copy of) {
        partner = of;
        var caller = fixtures.caller(of, "ben.cole");
        clerk = new Clerk(port, tokens.of(of.id(), caller.userId().orElseThrow()));
        served = clerk.onboard("customers/add-juniper.request.json", Map.of());
    }
}
