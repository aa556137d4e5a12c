package oroshi.access.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.X509CertUtils;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import oroshi.OroshiTest;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.basics.Cloud;
import oroshi.basics.PartnerType;
import oroshi.directory.Users;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OroshiTest
class TokenEndpointsTest {
    private static final String PASSWORD = "correct horse battery staple";

    @Autowired
    private TestCallers callers;

    @Autowired
    private RegisteredApplications applications;

    @Autowired
    private Users users;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private final JsonMapper json = JsonMapper.builder().build();
    private Person admin;
    private UUID application;
    private String secret;

    @BeforeEach
    void registerAnApplication() {
        admin = callers.aPartner();
        users.setPassword(admin.partnerId().tenantId(), admin.userId(), PASSWORD);
        var request = NewApplication.of(admin.partnerId().tenantId(), "Storefront", "http://localhost/back");
        application = request.id();
        secret = applications.register(request).reveal();
    }

    @Test
    @DisplayName("v2: the Java SDK's request brings a token for an application alone")
    void clientCredentialsV2() throws Exception {
        var answer = token(
                "v2.0/",
                "client_info=1",
                "grant_type=client_credentials",
                "scope=openid profile offline_access https://graph.windows.net/.default",
                "client_id=" + application,
                "client_secret=" + secret);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().propertyNames())
                .containsExactlyInAnyOrder("token_type", "expires_in", "ext_expires_in", "access_token");
        assertThat(answer.body().get("expires_in").isNumber()).isTrue();
        var claims = claims(answer);
        assertThat(claims)
                .containsEntry("iss", "http://localhost:8080/" + admin.partnerId() + "/v2.0")
                .containsEntry("aud", "https://graph.windows.net")
                .containsEntry("tid", admin.partnerId().toString())
                .containsEntry("azp", application.toString())
                .containsEntry("azpacr", "1")
                .containsEntry("ver", "2.0")
                .containsEntry("roles", List.of("PartnerCenter.FullAccess"))
                .containsEntry("tenant_region_scope", "WW")
                .doesNotContainKeys("scp", "amr", "upn", "appid", "scope");
        assertThat(claims.get("oid")).isEqualTo(claims.get("sub"));
        assertThat(whoAmI(answer)).contains("Storefront");
    }

    @Test
    @DisplayName("v1: all numbers of the answer are texts")
    void clientCredentialsV1() throws Exception {
        var answer = token(
                "",
                "grant_type=client_credentials",
                "resource=https://api.partnercenter.microsoft.com",
                "client_id=" + application,
                "client_secret=" + secret);

        assertThat(answer.body().propertyNames())
                .containsExactlyInAnyOrder(
                        "token_type",
                        "expires_in",
                        "ext_expires_in",
                        "expires_on",
                        "not_before",
                        "resource",
                        "access_token");
        assertThat(answer.body().get("expires_in").asString()).isEqualTo("3599");
        assertThat(answer.body().get("expires_on").isString()).isTrue();
        assertThat(claims(answer))
                .containsEntry("iss", "https://sts.windows.net/" + admin.partnerId() + "/")
                .containsEntry("appid", application.toString())
                .containsEntry("appidacr", "1")
                .containsEntry("ver", "1.0");
    }

    @Test
    void passwordAndRefreshTokens() throws Exception {
        var answer = token(
                "",
                "grant_type=password",
                "resource=https://api.partnercenter.microsoft.com",
                "scope=openid",
                "username=" + admin.signInName(),
                "password=" + PASSWORD,
                "client_id=" + application,
                "client_secret=" + secret);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.body().get("scope").asString()).isEqualTo("user_impersonation");
        assertThat(claims(answer))
                .containsEntry("oid", admin.userId().toString())
                .containsEntry("upn", admin.signInName())
                .containsEntry("unique_name", admin.signInName())
                .containsEntry("scp", "user_impersonation")
                .containsEntry("amr", List.of("pwd"))
                .containsEntry("acr", "1");
        assertThat(answer.body().has("id_token")).isTrue();
        assertThat(whoAmI(answer)).contains(admin.signInName());

        var refreshToken = answer.body().get("refresh_token").asString();
        var first = refresh(refreshToken);
        assertThat(first.status()).as(first.body().toString()).isEqualTo(200);
        assertThat(first.body().get("refresh_token").asString()).isNotEqualTo(refreshToken);
        assertThat(first.body().get("scope").asString())
                .isEqualTo("https://api.partnercenter.microsoft.com/user_impersonation");
        assertThat(claims(first)).containsEntry("amr", List.of("pwd"));
        assertThat(refresh(first.body().get("refresh_token").asString()).status())
                .isEqualTo(200);
        assertThat(refresh(refreshToken).status())
                .as("each token lives its own 90 days")
                .isEqualTo(200);
        assertThat(stored(refreshToken)).isZero();
    }

    @Test
    void refusesInTheContractsWords() throws Exception {
        assertRefused(
                token(
                        "v2.0/",
                        "grant_type=client_credentials",
                        "scope=https://graph.windows.net/.default",
                        "client_id=" + application,
                        "client_secret=wrong"),
                401,
                "invalid_client",
                7000215);
        assertRefused(
                token(
                        "v2.0/",
                        "grant_type=client_credentials",
                        "scope=https://graph.windows.net/.default",
                        "client_id=" + UUID.randomUUID(),
                        "client_secret=wrong"),
                401,
                "invalid_client",
                7000215);
        assertRefused(
                token(
                        "v2.0/",
                        "grant_type=client_credentials",
                        "scope=https://elsewhere.example/.default",
                        "client_id=" + application,
                        "client_secret=" + secret),
                400,
                "invalid_scope",
                70011);
        assertRefused(
                token(
                        "",
                        "grant_type=client_credentials",
                        "resource=https://elsewhere.example",
                        "client_id=" + application,
                        "client_secret=" + secret),
                400,
                "invalid_resource",
                500011);
        assertRefused(
                token("", "grant_type=magic", "client_id=" + application, "client_secret=" + secret),
                400,
                "unsupported_grant_type",
                70003);
        assertRefused(
                token(
                        "v2.0/",
                        "grant_type=refresh_token",
                        "refresh_token=nonsense",
                        "client_id=" + application,
                        "client_secret=" + secret),
                400,
                "invalid_grant",
                70008);
        assertRefused(
                token(
                        "",
                        "grant_type=password",
                        "resource=https://api.partnercenter.microsoft.com",
                        "username=" + admin.signInName(),
                        "password=wrong",
                        "client_id=" + application,
                        "client_secret=" + secret),
                400,
                "invalid_grant",
                50126);
        assertRefused(token("v2.0/", "grant_type=client_credentials"), 400, "invalid_request", 900144);
    }

    @Test
    void keepsAnApplicationInItsOwnTenant() throws Exception {
        var other = callers.aPartner();
        var answer = post(
                "/" + other.partnerId() + "/oauth2/v2.0/token",
                "grant_type=client_credentials",
                "scope=https://graph.windows.net/.default",
                "client_id=" + application,
                "client_secret=" + secret);
        assertRefused(answer, 401, "invalid_client", 700016);
    }

    @Test
    void asksForInteractionWhereASecondFactorIsDue() throws Exception {
        var strict = callers.aPartner(PartnerType.DIRECT_BILL, Cloud.PUBLIC, true);
        var answer = post(
                "/" + strict.partnerId() + "/oauth2/token",
                "grant_type=password",
                "resource=https://api.partnercenter.microsoft.com",
                "username=" + strict.signInName(),
                "password=" + strict.password().reveal(),
                "client_id=" + application,
                "client_secret=" + secret);
        assertRefused(answer, 400, "invalid_grant", 50055);
    }

    @Test
    @DisplayName("Secure application model: sign in, consent, redeem the code once, refresh")
    void authorizationCode() throws Exception {
        var agent = callers.aPersonOf(admin.partnerId(), Role.ADMIN_AGENT);
        users.setPassword(admin.partnerId().tenantId(), agent.userId(), PASSWORD);
        var browser = new Wanderer(port);
        var verifier = "a-verifier-of-more-than-forty-three-characters-0123456789";
        var authorize = "/organizations/oauth2/v2.0/authorize?client_id=" + application
                + "&response_type=code&redirect_uri=" + encode("http://localhost:8400/back")
                + "&scope=" + encode("https://api.partnercenter.microsoft.com/user_impersonation openid offline_access")
                + "&state=9d&nonce=n1&code_challenge=" + challenge(verifier) + "&code_challenge_method=S256";
        assertThat(browser.location(browser.get(authorize))).endsWith("/sign-in");
        browser.get("/sign-in");
        var back = browser.location(browser.post("/sign-in", "name=" + agent.signInName(), "password=" + PASSWORD));
        var consent = browser.location(browser.get(back));
        assertThat(consent).contains("/consent?");
        var page = browser.get(consent).body();
        assertThat(page).contains("Storefront");
        var answer = browser.location(browser.submit(page, 0));
        assertThat(answer).startsWith("http://localhost:8400/back?code=").endsWith("state=9d");
        var code = answer.replaceAll(".*code=([^&]+)&.*", "$1");

        var tokens = redeem(code, verifier);
        assertThat(tokens.status()).as(tokens.body().toString()).isEqualTo(200);
        assertThat(claims(tokens)).containsEntry("oid", agent.userId().toString());
        assertThat(whoAmI(tokens)).contains(agent.signInName());
        var idToken = SignedJWT.parse(tokens.body().get("id_token").asString()).getJWTClaimsSet();
        assertThat(idToken.getAudience()).containsExactly(application.toString());
        assertThat(idToken.getClaim("nonce")).isEqualTo("n1");
        var info = new String(
                Base64.getUrlDecoder().decode(tokens.body().get("client_info").asString()), StandardCharsets.UTF_8);
        assertThat(info).isEqualTo("{\"uid\":\"" + agent.userId() + "\",\"utid\":\"" + admin.partnerId() + "\"}");

        var refreshToken = tokens.body().get("refresh_token").asString();
        assertThat(refresh(refreshToken).status()).isEqualTo(200);
        assertThat(redeem(code, verifier).status()).as("a code opens once").isEqualTo(400);
        assertThat(refresh(refreshToken).status())
                .as("a code that comes twice takes back what it brought")
                .isEqualTo(400);
        assertThat(browser.location(browser.get(authorize)))
                .as("no second question")
                .contains("code=");
    }

    @Test
    void neverSendsAnybodyToAForeignAddress() throws Exception {
        var browser = new Wanderer(port);
        browser.get("/sign-in");
        browser.post("/sign-in", "name=" + admin.signInName(), "password=" + PASSWORD);
        var response = browser.get("/common/oauth2/authorize?response_type=code&client_id=" + application
                + "&redirect_uri=" + encode("https://evil.example/"));
        assertThat(response.statusCode()).isEqualTo(400);
    }

    @Test
    void publishesKeysAndMetadata() throws Exception {
        var domain = admin.signInName().substring(6);
        var metadata = get("/" + domain + "/v2.0/.well-known/openid-configuration");
        assertThat(metadata.get("issuer").asString()).isEqualTo("http://localhost:8080/" + admin.partnerId() + "/v2.0");
        assertThat(metadata.get("token_endpoint").asString())
                .isEqualTo("http://localhost:" + port + "/" + domain + "/oauth2/v2.0/token");
        assertThat(get("/common/.well-known/openid-configuration").get("issuer").asString())
                .isEqualTo("https://sts.windows.net/{tenantid}/");
        var instance = get("/common/discovery/instance?api-version=1.1&authorization_endpoint="
                + "https://login.microsoftonline.com/" + domain + "/oauth2/v2.0/authorize");
        assertThat(instance.get("metadata").get(0).get("aliases").toString()).contains("sts.windows.net");

        var answer = token(
                "v2.0/",
                "grant_type=client_credentials",
                "scope=https://graph.windows.net/.default",
                "client_id=" + application,
                "client_secret=" + secret);
        var signed = SignedJWT.parse(answer.body().get("access_token").asString());
        var keys = JWKSet.parse(get("/common/discovery/keys").toString());
        var key = keys.getKeyByKeyId(signed.getHeader().getKeyID());
        assertThat(signed.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        assertThat(key.isPrivate()).isFalse();
    }

    @Test
    @DisplayName("The key set carries each key's certificate, and the certificate's thumbprint is the key's id")
    void publishesCertificates() throws Exception {
        for (var path : List.of("/common/discovery/keys", "/organizations/discovery/v2.0/keys")) {
            for (var key : get(path).get("keys").values()) {
                assertThat(key.propertyNames()).contains("kty", "use", "kid", "x5t", "n", "e", "x5c");
                var certificate = X509CertUtils.parse(
                        Base64.getDecoder().decode(key.get("x5c").get(0).asString()));
                certificate.verify(certificate.getPublicKey());
                certificate.checkValidity();
                assertThat(certificate.getPublicKey())
                        .isEqualTo(RSAKey.parse(key.toString()).toPublicKey());
                assertThat(key.get("x5t").asString())
                        .isEqualTo(
                                X509CertUtils.computeSHA1Thumbprint(certificate).toString())
                        .isEqualTo(key.get("kid").asString());
            }
        }
    }

    @Test
    void exchangesATokenForAPartnerToken() throws Exception {
        var answer = token(
                "",
                "grant_type=client_credentials",
                "resource=https://graph.windows.net",
                "client_id=" + application,
                "client_secret=" + secret);
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/generatetoken"))
                .header(
                        "Authorization",
                        "Bearer " + answer.body().get("access_token").asString())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=jwt_token"))
                .build();
        var exchanged = send(request);
        assertThat(exchanged.status()).isEqualTo(200);
        assertThat(claims(exchanged)).containsEntry("token_use", "partner");
        assertThat(whoAmI(exchanged)).contains("Storefront");
    }

    private record Answer(int status, JsonNode body) {}

    private Answer token(String version, String... fields) throws Exception {
        return post("/" + admin.signInName().substring(6) + "/oauth2/" + version + "token", fields);
    }

    private Answer refresh(String refreshToken) throws Exception {
        return token(
                "v2.0/",
                "grant_type=refresh_token",
                "refresh_token=" + refreshToken,
                "scope=https://api.partnercenter.microsoft.com/.default",
                "client_id=" + application,
                "client_secret=" + secret);
    }

    private Answer redeem(String code, String verifier) throws Exception {
        return token(
                "v2.0/",
                "grant_type=authorization_code",
                "code=" + code,
                "client_info=1",
                "redirect_uri=http://localhost:8400/back",
                "code_verifier=" + verifier,
                "client_id=" + application,
                "client_secret=" + secret);
    }

    private Answer post(String path, String... fields) throws Exception {
        var body = Arrays.stream(fields)
                .map(field -> field.split("=", 2))
                .map(field -> field[0] + "=" + encode(field[1]))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private JsonNode get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build())
                .body();
    }

    private String whoAmI(Answer answer) throws Exception {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/test-callers/whoami"))
                        .header(
                                "Authorization",
                                "Bearer " + answer.body().get("access_token").asString())
                        .build())
                .body()
                .toString();
    }

    private Answer send(HttpRequest request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), json.readTree(response.body()));
        }
    }

    private static Map<String, Object> claims(Answer answer) throws Exception {
        return SignedJWT.parse(answer.body().get("access_token").asString())
                .getJWTClaimsSet()
                .toJSONObject();
    }

    private static void assertRefused(Answer answer, int status, String error, int number) {
        assertThat(answer.body().propertyNames())
                .contains("error", "error_description", "error_codes", "timestamp", "trace_id", "correlation_id");
        assertThat(answer.body().get("error").asString()).isEqualTo(error);
        assertThat(answer.body().get("error_codes").get(0).asInt()).isEqualTo(number);
        assertThat(answer.status()).isEqualTo(status);
    }

    private int stored(String clearText) {
        return jdbc.sql("select count(*) from access.refresh_token where token_hash = :value")
                .param("value", clearText)
                .query(Integer.class)
                .single();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String challenge(String verifier) throws Exception {
        var digest =
                java.security.MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }
}
