package oroshi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.OroshiTest;
import oroshi.access.tokens.TestTokens;
import oroshi.basics.Cloud;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.directory.Users;

@OroshiTest
class ApiCallerTest {
    @Autowired
    private TestCallers callers;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private Users users;

    @LocalServerPort
    private int port;

    @Test
    void knowsThePersonBehindAToken() throws Exception {
        var person = callers.aPartner();
        var response = ask("whoami", callers.token(person));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains(person.partnerId().toString(), person.signInName(), "GLOBAL_ADMIN");
    }

    /** What a token may lack. */
    enum Flaw {
        EXPIRED,
        NOT_YET,
        OTHER_AUDIENCE,
        OTHER_ISSUER,
        PERSON_FOR_THE_APPLICATIONS_AUDIENCE,
        UNKNOWN_PERSON,
        PERSON_OF_ANOTHER_PARTNER,
        NO_PARTNER
    }

    @ParameterizedTest
    @EnumSource
    void refusesATokenWithAFlaw(Flaw flaw) throws Exception {
        var person = callers.aPartner();
        var response = ask("whoami", flawed(flaw, person));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
        assertThat(response.body()).contains("\"code\":400");
    }

    private String flawed(Flaw flaw, TestCallers.Person person) {
        var other = callers.aPartner();
        return tokens.make(flaw == Flaw.NO_PARTNER ? new PartnerId(UUID.randomUUID()) : person.partnerId(), claims -> {
            claims.claim("oid", person.userId().toString())
                    .claim("scp", "user_impersonation")
                    .claim("amr", List.of("pwd", "mfa"));
            switch (flaw) {
                case EXPIRED ->
                    claims.expiresAt(Instant.now().minusSeconds(600))
                            .issuedAt(Instant.now().minusSeconds(4200))
                            .notBefore(Instant.now().minusSeconds(4200));
                case NOT_YET -> claims.notBefore(Instant.now().plusSeconds(600));
                case OTHER_AUDIENCE -> claims.audience(List.of("https://graph.microsoft.com"));
                case OTHER_ISSUER -> claims.issuer("https://sts.windows.net/" + other.partnerId() + "/");
                case PERSON_FOR_THE_APPLICATIONS_AUDIENCE -> claims.audience(List.of("https://graph.windows.net"));
                case UNKNOWN_PERSON -> claims.claim("oid", UUID.randomUUID().toString());
                case PERSON_OF_ANOTHER_PARTNER ->
                    claims.claim("oid", other.userId().toString());
                case NO_PARTNER -> claims.claim("family_name", "x");
            }
        });
    }

    @Test
    void refusesGarbageAndTheLackOfAToken() throws Exception {
        assertThat(ask("whoami", "garbage").statusCode()).isEqualTo(401);
        assertThat(ask("whoami", "").statusCode()).isEqualTo(401);
    }

    @Test
    void demandsTheSecondFactorWhereThePartnerDoes() throws Exception {
        var strict = callers.aPartner(PartnerType.DIRECT_BILL, Cloud.PUBLIC, true);
        var passwordOnly = tokens.make(strict.partnerId(), claims -> claims.claim(
                        "oid", strict.userId().toString())
                .claim("scp", "user_impersonation")
                .claim("amr", List.of("pwd")));

        assertThat(ask("whoami", passwordOnly).statusCode()).isEqualTo(401);
        assertThat(ask("whoami", callers.token(strict)).statusCode()).isEqualTo(200);
    }

    @Test
    void letsAnApplicationAloneOnlyWhereItMay() throws Exception {
        var token = tokens.ofApplication(callers.aPartner().partnerId());

        assertThat(ask("whoami", token).statusCode()).isEqualTo(200);
        var refused = ask("persons-only", token);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("900329");
    }

    @Test
    @DisplayName("J11-A1 a role lets its holder in and nobody else, and a change of roles counts at once")
    void checksRolesAtEachCall() throws Exception {
        var admin = callers.aPartner();
        var person = callers.aPersonOf(admin.partnerId(), Role.SALES_AGENT);
        var token = callers.token(person);
        assertThat(ask("persons-only", token).statusCode()).isEqualTo(200);
        users.changeRoles(
                admin.partnerId().tenantId(), person.userId(), Set.of(Role.BILLING_ADMIN), Set.of(Role.GLOBAL_ADMIN));

        var refused = ask("persons-only", token);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("900150");
    }

    private HttpResponse<String> ask(String what, String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/test-callers/" + what));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
