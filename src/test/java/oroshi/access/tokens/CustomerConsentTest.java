package oroshi.access.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.Clerk;
import oroshi.Fixtures;
import oroshi.OroshiTest;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.access.tokens.Authority.Answer;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.basics.TenantId;
import oroshi.directory.Users;

/** The secure application model's last step: an application comes into the tenants of its partner's customers. */
@OroshiTest
class CustomerConsentTest {
    private static final String PASSWORD = "correct horse battery staple";
    private static final String COMMERCE = "https://api.partnercenter.microsoft.com";
    private static final String GRAPH = "https://graph.microsoft.com";

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private TestCallers callers;

    @Autowired
    private Users users;

    @Autowired
    private RegisteredApplications applications;

    @LocalServerPort
    private int port;

    private Authority authority;
    private PartnerId partner;
    private NewApplication application;
    private String secret;

    @BeforeEach
    void registerAnApplication() {
        authority = new Authority(port);
        partner = fixtures.aozora().id();
        register(true);
    }

    private void register(boolean multiTenant) {
        application = new NewApplication(
                Ids.next(), partner.tenantId(), "Storefront", multiTenant, false, List.of("http://localhost/back"));
        secret = applications.register(application).reveal();
    }

    private Person person(Role... roles) {
        var person = callers.aPersonOf(partner, roles);
        users.setPassword(partner.tenantId(), person.userId(), PASSWORD);
        return person;
    }

    @Test
    @DisplayName(
            "With a consent the refresh token opens the customer's tenant for what was allowed there, never this API")
    void opensTheTenant() throws Exception {
        var agent = person(Role.ADMIN_AGENT, Role.GLOBAL_ADMIN, Role.SALES_AGENT);
        var signedIn = signIn(agent);
        var clerk = new Clerk(port, signedIn.text("access_token"));
        var customer = onboard(clerk);
        var consents = "/v1/customers/" + customer + "/applicationconsents";
        var refresh = signedIn.text("refresh_token");
        refuses(refresh(customer, refresh, GRAPH), "interaction_required", 65001);

        var consented = clerk.call("POST", consents, """
                {"applicationId":"%s","applicationGrants":[{"scope":"User.Read.All,Domain.ReadWrite.All",
                 "enterpriseApplicationId":"00000003-0000-0000-c000-000000000000"}]}
                """.formatted(application.id()));
        assertThat(consented.statusCode()).as(consented.body()).isEqualTo(201);
        var token = refresh(customer, refresh, GRAPH);
        assertThat(token.status()).as(token.body().toString()).isEqualTo(200);
        assertThat(token.text("scope")).isEqualTo(GRAPH + "/Domain.ReadWrite.All " + GRAPH + "/User.Read.All");
        assertThat(token.accessToken())
                .containsEntry("tid", customer.toString())
                .containsEntry("oid", agent.userId().toString())
                .containsEntry("aud", GRAPH)
                .containsEntry("scp", "Domain.ReadWrite.All User.Read.All")
                .containsEntry("upn", agent.signInName());
        assertThat(new Clerk(port, token.text("access_token"))
                        .get("/v1/customers")
                        .statusCode())
                .isEqualTo(401);
        refuses(refresh(customer, refresh, COMMERCE), "invalid_resource", 500011);
        var first = authority.token(
                customer,
                "",
                "grant_type=refresh_token",
                "resource=" + GRAPH,
                "client_id=" + application.id(),
                "client_secret=" + secret,
                "refresh_token=" + refresh);
        assertThat(first.text("scope")).isEqualTo("Domain.ReadWrite.All User.Read.All");

        assertThat(clerk.call("DELETE", consents + "/" + application.id(), "").statusCode())
                .isEqualTo(204);
        refuses(refresh(customer, refresh, GRAPH), "interaction_required", 65001);
    }

    @Test
    @DisplayName("Who is no agent, another partner's customer and an application of one tenant get nothing")
    void keepsOthersOut() throws Exception {
        var customer = onboard(new Clerk(port, callers.token(callers.aPersonOf(partner, Role.values()))));
        var seller = signIn(person(Role.SALES_AGENT));
        refuses(refresh(customer, seller.text("refresh_token"), GRAPH), "invalid_grant", 50034);

        var foreign = fixtures.cedarRidge().id();
        var agent = signIn(person(Role.ADMIN_AGENT));
        refuses(refresh(foreign.tenantId(), agent.text("refresh_token"), GRAPH), "invalid_grant", 50034);
        register(false);
        var single = signIn(person(Role.ADMIN_AGENT));
        refuses(refresh(customer, single.text("refresh_token"), GRAPH), "invalid_client", 700016);
    }

    @Test
    @DisplayName("The path of an authority within a company serves like that of any organization")
    void servesTheAdfsPath() throws Exception {
        var agent = person(Role.ADMIN_AGENT);
        var token = authority.post(
                "/adfs/oauth2/token",
                "grant_type=password",
                "resource=" + COMMERCE,
                "username=" + agent.signInName(),
                "password=" + PASSWORD,
                "client_id=" + application.id(),
                "client_secret=" + secret);
        assertThat(token.status()).as(token.body().toString()).isEqualTo(200);
        assertThat(token.accessToken()).containsEntry("tid", partner.toString());
        var alone = authority.post(
                "/adfs/oauth2/token",
                "grant_type=client_credentials",
                "resource=https://graph.windows.net",
                "client_id=" + application.id(),
                "client_secret=" + secret);
        assertThat(alone.accessToken()).containsEntry("tid", partner.toString());
        var metadata = new Clerk(port, "").read("/adfs/.well-known/openid-configuration");
        assertThat(metadata.path("token_endpoint").asString()).endsWith("/adfs/oauth2/token");
        assertThat(metadata.path("issuer").asString()).isEqualTo("https://sts.windows.net/{tenantid}/");
        assertThat(new Clerk(port, "").read("/adfs/discovery/keys").path("keys").isArray())
                .isTrue();
    }

    private TenantId onboard(Clerk clerk) {
        return new TenantId(UUID.fromString(
                clerk.onboard("onboarding/add-sakura.request.json", Map.of()).customer()));
    }

    private Answer signIn(Person person) throws Exception {
        var answer = authority.token(
                partner.tenantId(),
                "v2.0/",
                "grant_type=password",
                "scope=" + COMMERCE + "/user_impersonation offline_access",
                "username=" + person.signInName(),
                "password=" + PASSWORD,
                "client_id=" + application.id(),
                "client_secret=" + secret);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer;
    }

    private Answer refresh(TenantId tenant, String refreshToken, String audience) throws Exception {
        return authority.token(
                tenant,
                "v2.0/",
                "grant_type=refresh_token",
                "scope=" + audience + "/.default",
                "client_id=" + application.id(),
                "client_secret=" + secret,
                "refresh_token=" + refreshToken);
    }

    private static void refuses(Answer answer, String error, int number) {
        assertThat(answer.text("error")).as(answer.body().toString()).isEqualTo(error);
        assertThat(answer.number()).isEqualTo(number);
    }
}
