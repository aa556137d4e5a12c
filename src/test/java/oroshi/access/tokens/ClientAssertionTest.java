package oroshi.access.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.X509CertUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.OroshiTest;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.basics.Refusal;
import oroshi.basics.TenantId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Applications that sign in with a certificate instead of a secret. */
@OroshiTest
@SuppressWarnings("JavaUtilDate") // the library's own words
class ClientAssertionTest {
    private static final String AUDIENCE = "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token";

    private static RSAKey key;
    private static X509Certificate certificate;

    @Autowired
    private TestCallers callers;

    @Autowired
    private RegisteredApplications applications;

    @LocalServerPort
    private int port;

    private Person admin;
    private TenantId tenant;
    private UUID application;
    private Authority authority;

    @BeforeAll
    static void makeACertificate() throws Exception {
        var now = Instant.now();
        key = KeyCertificates.certify(new RSAKeyGenerator(2048).generate(), now.minusSeconds(60), now.plusSeconds(900));
        certificate = X509CertUtils.parse(key.getX509CertChain().getFirst().decode());
    }

    @BeforeEach
    void registerAnApplication() {
        authority = new Authority(port);
        admin = callers.aPartner();
        tenant = admin.partnerId().tenantId();
        var request = NewApplication.of(tenant, "Storefront", "http://localhost/back");
        application = request.id();
        applications.register(request);
        applications.addCertificate(tenant, application, X509CertUtils.toPEMString(certificate));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x5t", "x5t#S256", "kid", "hex"})
    @DisplayName("A certificate signs for its application, however the header names it, by RS256 and by PS256")
    void signsIn(String naming) throws Exception {
        for (var algorithm : new JWSAlgorithm[] {JWSAlgorithm.RS256, JWSAlgorithm.PS256}) {
            var answer = ask("v2.0/", sign(named(algorithm, naming), claims -> {}));
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
            assertThat(answer.accessToken()).containsEntry("azpacr", "2");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://login.microsoftonline.com/{tenant}/oauth2/token",
                "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token",
                "https://login.windows.net/{tenant}/",
                "http://localhost:8080/{tenant}/v2.0"
            })
    @DisplayName("The audience may be either token endpoint or the issuer, in both protocols")
    void takesEitherSpellingOfTheAudience(String audience) throws Exception {
        for (var version : new String[] {"", "v2.0/"}) {
            var answer =
                    ask(version, sign(named(JWSAlgorithm.RS256, "x5t"), claims -> claims.audience(fill(audience))));
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("The answer to an assertion is the golden one")
    void goldenAnswer() throws Exception {
        var answer = ask("", sign(named(JWSAlgorithm.RS256, "x5t"), claims -> {}));
        assertThat(answer.normal()).isEqualTo(Authority.golden("token-v1-app-only.response.json"));
        assertThat(answer.accessToken()).containsEntry("appidacr", "2");
    }

    @Test
    @DisplayName("An assertion counts once")
    void refusesARepetition() throws Exception {
        var assertion = sign(named(JWSAlgorithm.RS256, "x5t"), claims -> {});
        assertThat(ask("v2.0/", assertion).status()).isEqualTo(200);
        var again = ask("v2.0/", assertion);
        assertThat(again.status()).isEqualTo(401);
        assertThat(again.normal()).isEqualTo(Authority.golden("assertion-shown.response.json"));
    }

    @Test
    @DisplayName("Each thing that is wrong with an assertion has its own number")
    void refusesInTheContractsWords() throws Exception {
        var rs256 = named(JWSAlgorithm.RS256, "x5t");
        var other = new RSAKeyGenerator(2048).generate();
        assertRefused(ask("v2.0/", "nonsense"), 50027);
        assertRefused(ask("v2.0/", sign(named(JWSAlgorithm.RS512, "x5t"), claims -> {})), 50027);
        assertRefused(ask("v2.0/", sign(other, rs256, claims -> {})), 700027);
        assertRefused(ask("v2.0/", sign(new JWSHeader(JWSAlgorithm.RS256), claims -> {})), 700027);
        assertRefused(ask("v2.0/", sign(rs256, claims -> claims.audience("https://evil.example/"))), 700023);
        assertRefused(
                ask("v2.0/", sign(rs256, claims -> claims.audience(AUDIENCE.replace("{tenant}", "contoso.example")))),
                700023);
        assertRefused(ask("v2.0/", sign(rs256, claims -> claims.subject("somebody"))), 700021);
        assertRefused(ask("v2.0/", sign(rs256, claims -> claims.issuer("somebody"))), 50048);
        assertRefused(ask("v2.0/", sign(rs256, claims -> claims.expirationTime(in(-600)))), 700024);
        assertRefused(ask("v2.0/", sign(rs256, claims -> claims.expirationTime(null))), 700024);
        assertRefused(ask("v2.0/", sign(rs256, claims -> claims.notBeforeTime(in(600)))), 700024);
    }

    @Test
    @DisplayName("A certificate that was removed does not open any more")
    void refusesARemovedCertificate() throws Exception {
        var thumbprint =
                applications.certificates(tenant, application).getFirst().thumbprint();
        applications.removeCertificate(tenant, application, thumbprint);
        assertRefused(ask("v2.0/", sign(named(JWSAlgorithm.RS256, "x5t"), claims -> {})), 700027);
    }

    @Test
    @DisplayName("The type of the assertion is the standard's; without any proof the application hears what is missing")
    void refusesOtherProofs() throws Exception {
        var assertion = sign(named(JWSAlgorithm.RS256, "x5t"), claims -> {});
        var typed = authority.token(
                tenant,
                "v2.0/",
                "grant_type=client_credentials",
                "client_id=" + application,
                "scope=https://graph.windows.net/.default",
                "client_assertion_type=urn:other",
                "client_assertion=" + assertion);
        assertThat(typed.status()).isEqualTo(400);
        assertThat(typed.normal()).isEqualTo(Authority.golden("assertion-type-unknown.response.json"));
        var bare = authority.token(
                tenant,
                "v2.0/",
                "grant_type=client_credentials",
                "client_id=" + application,
                "scope=https://graph.windows.net/.default");
        assertRefused(bare, 7000218);
        var publicClient = authority.token(
                tenant,
                "v2.0/",
                "grant_type=refresh_token",
                "refresh_token=x",
                "client_id=04b07795-8ddb-461a-bbee-02f9e1bf7b46",
                "client_secret=x");
        assertRefused(publicClient, 700025);
    }

    @Test
    @DisplayName(
            "Only a certificate with a strong key that still counts is taken, and only for an application of one's own")
    void refusesUselessCertificates() throws Exception {
        var now = Instant.now();
        var expired = KeyCertificates.certify(
                new RSAKeyGenerator(2048).generate(), now.minusSeconds(60), now.minusSeconds(9));
        var weak = KeyCertificates.certify(new RSAKeyGenerator(1024, true).generate(), now, now.plusSeconds(900));
        assertThatRefuses(
                () -> applications.addCertificate(tenant, application, "no certificate"),
                ApplicationRefusal.CERTIFICATE_UNREADABLE);
        assertThatRefuses(
                () -> applications.addCertificate(tenant, application, pem(expired)),
                ApplicationRefusal.CERTIFICATE_EXPIRED);
        assertThatRefuses(
                () -> applications.addCertificate(tenant, application, pem(weak)), ApplicationRefusal.CERTIFICATE_WEAK);
        assertThatRefuses(
                () -> applications.addCertificate(tenant, application, pem(key)),
                ApplicationRefusal.CERTIFICATE_EXISTS);
        var stranger = callers.aPartner().partnerId().tenantId();
        assertThatRefuses(
                () -> applications.addCertificate(stranger, application, pem(key)),
                ApplicationRefusal.APPLICATION_UNKNOWN);
        assertThatRefuses(
                () -> applications.certificates(stranger, application), ApplicationRefusal.APPLICATION_UNKNOWN);
    }

    @Test
    @DisplayName("The operator registers an application for a partner and keeps its certificates; nobody else does")
    void operatorKeepsCertificates() throws Exception {
        var path = "/oroshi/operator/partners/" + tenant + "/applications";
        var wanted = "{\"displayName\":\"Shop\",\"redirectUris\":[\"http://localhost/back\"]}";
        var registered = operator("POST", path, wanted, 201);
        assertThat(registered.get("clientSecret").asString()).hasSizeGreaterThan(20);
        application = UUID.fromString(registered.get("id").asString());
        var certificates = path + "/" + application + "/certificates";
        var pem = JsonMapper.shared().writeValueAsString(Map.of("certificate", pem(key)));
        var added = operator("POST", certificates, pem, 201);
        assertThat(added.get("subject").asString()).isEqualTo("CN=Token signing");
        assertThat(ask("v2.0/", sign(named(JWSAlgorithm.RS256, "x5t"), claims -> {}))
                        .status())
                .isEqualTo(200);
        assertThat(operator("POST", certificates, pem, 409).get("code").asInt()).isEqualTo(1003);
        assertThat(operator("POST", certificates, "{\"certificate\":\"none\"}", 400)
                        .get("code")
                        .asInt())
                .isEqualTo(2000);
        assertThat(operator("POST", certificates, "{}", 400).get("code").asInt())
                .isEqualTo(3000);
        assertThat(operator("GET", certificates, "", 200).size()).isEqualTo(1);
        operator("POST", path, "{\"displayName\":\"Shop\",\"redirectUris\":[\"nowhere\"]}", 400);
        operator("POST", path.replace(tenant.toString(), UUID.randomUUID().toString()), wanted, 404);
        operator("GET", path + "/" + UUID.randomUUID() + "/certificates", "", 404);
        operator("DELETE", certificates + "/" + added.get("thumbprint").asString(), "", 204);
        operator("DELETE", certificates + "/" + added.get("thumbprint").asString(), "", 404);
        assertThat(send("GET", certificates, "", "another key").statusCode()).isEqualTo(401);
    }

    private JsonNode operator(String method, String path, String body, int status) throws Exception {
        var answer = send(method, path, body, "a key that only the operator of tests knows");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }

    private HttpResponse<String> send(String method, String path, String body, String key) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .header("Authorization", "Bearer " + key)
                            .header("Content-Type", "application/json")
                            .method(method, BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static void assertThatRefuses(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call, ApplicationRefusal reason) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(call).satisfies(refusal -> assertThat(refusal.is(reason))
                .as(refusal.getMessage())
                .isTrue());
    }

    private static String pem(RSAKey certified) {
        return X509CertUtils.toPEMString(
                X509CertUtils.parse(certified.getX509CertChain().getFirst().decode()));
    }

    private static void assertRefused(Authority.Answer answer, int number) {
        assertThat(answer.body().get("error").asString()).isEqualTo("invalid_client");
        assertThat(answer.body().get("error_codes").get(0).asInt())
                .as(answer.body().toString())
                .isEqualTo(number);
        assertThat(answer.status()).isEqualTo(401);
    }

    private Authority.Answer ask(String version, String assertion) throws Exception {
        return authority.token(
                tenant,
                version,
                "grant_type=client_credentials",
                version.isEmpty() ? "resource=https://graph.windows.net" : "scope=https://graph.windows.net/.default",
                "client_id=" + application,
                "client_assertion_type=" + ClientAssertions.TYPE,
                "client_assertion=" + assertion);
    }

    @SuppressWarnings("deprecation") // what most clients still send
    private static JWSHeader named(JWSAlgorithm algorithm, String naming) {
        var sha1 = X509CertUtils.computeSHA1Thumbprint(certificate);
        var header = new JWSHeader.Builder(algorithm);
        return switch (naming) {
            case "x5t" -> header.x509CertThumbprint(sha1).build();
            case "kid" -> header.keyID(sha1.toString()).build();
            case "hex" ->
                header.keyID(java.util.HexFormat.of().formatHex(sha1.decode())).build();
            default -> header.x509CertSHA256Thumbprint(sha256()).build();
        };
    }

    private static Base64URL sha256() {
        return X509CertUtils.computeSHA256Thumbprint(certificate);
    }

    private String sign(JWSHeader header, Consumer<JWTClaimsSet.Builder> changes) throws Exception {
        return sign(key, header, changes);
    }

    private String sign(RSAKey signer, JWSHeader header, Consumer<JWTClaimsSet.Builder> changes) throws Exception {
        var claims = new JWTClaimsSet.Builder()
                .issuer(application.toString())
                .subject(application.toString())
                .audience(fill(AUDIENCE))
                .jwtID(UUID.randomUUID().toString())
                .notBeforeTime(in(-1))
                .expirationTime(in(600));
        changes.accept(claims);
        var assertion = new SignedJWT(header, claims.build());
        assertion.sign(new RSASSASigner(signer));
        return assertion.serialize();
    }

    private String fill(String address) {
        return address.replace("{tenant}", tenant.toString());
    }

    private static Date in(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }
}
