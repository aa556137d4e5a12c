package oroshi.https;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import oroshi.OroshiTest;

/** The second port answers whoever trusts the installation's authority, for as long as the installation lives. */
@OroshiTest
class HttpsPortTest {
    @Autowired
    private ServletWebServerApplicationContext context;

    @Autowired
    private TomcatServletWebServerFactory factory;

    @TempDir
    private Path home;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();

    private OwnCertificates own(String... names) {
        return new OwnCertificates(home.resolve("https"), List.of(names));
    }

    private HttpsPort port(int port, @Nullable String bundle, OwnCertificates own) {
        return new HttpsPort(new HttpsSettings(true, port, bundle, own.names()), own, bundles, new Moved());
    }

    private TomcatWebServer server() {
        return (TomcatWebServer) Objects.requireNonNull(context.getWebServer());
    }

    @Test
    @DisplayName(
            "The installation makes its certificate; who trusts its authority gets answers with addresses in HTTPS")
    void answers() throws Exception {
        var own = own("login.microsoftonline.com");
        try (var port = port(0, null, own)) {
            assertThat(port.open(server(), factory)).isTrue();
            var metadata = get(port, own, "/common/v2.0/.well-known/openid-configuration");
            assertThat(metadata.statusCode()).isEqualTo(200);
            assertThat(metadata.body()).contains("https://localhost:" + port.port() + "/common/oauth2/v2.0/token");
            assertThat(metadata.headers().map())
                    .as("it would close the plain port of the same host")
                    .doesNotContainKey("strict-transport-security");
            var refused = get(port, own, "/v1/customers");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().map()).doesNotContainKey("strict-transport-security");
            assertThat(presented(metadata).getSubjectAlternativeNames().toString())
                    .contains("localhost", "127.0.0.1", "login.microsoftonline.com");
        }
        for (var key : List.of("server.key", "authority.key")) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(own.folder().resolve(key))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    @DisplayName("The certificate is kept over starts, and made anew a month before its end while the port stays open")
    void renews() throws Exception {
        var own = own();
        now.updateAndGet(moment -> moment.minus(Duration.ofDays(370))); // clients look at the real time
        var first = own.server(now.get());
        assertThat(own.server(now.get())).isEqualTo(first);
        assertThat(own("shop.example").server(now.get())).as("another name").isNotEqualTo(first);
        var kept = own.server(now.get());
        var authority = Files.readString(own.authorityFile());
        try (var port = port(0, null, own)) {
            assertThat(port.open(server(), factory)).isTrue();
            port.renew();
            assertThat(presented(get(port, own, "/favicon.ico"))).isEqualTo(kept.certificate());

            now.updateAndGet(moment -> moment.plus(Duration.ofDays(370)));
            port.renew();
            var renewed = own.server(now.get());
            assertThat(renewed).isNotEqualTo(kept);
            assertThat(presented(get(port, own, "/favicon.ico"))).isEqualTo(renewed.certificate());
            assertThat(renewed.expiresAt()).isAfter(now.get().plus(Duration.ofDays(390)));
            assertThat(Files.readString(own.authorityFile()))
                    .as("clients trust it once")
                    .isEqualTo(authority);
        }
    }

    @Test
    @DisplayName("A certificate that is given is taken, and so is the one that follows it")
    void takesWhatIsGiven() throws Exception {
        var authority = new OwnCertificates(home.resolve("given"), List.of());
        var given = authority.server(now.get());
        bundles.registerBundle("ours", OwnCertificates.bundle(given));
        try (var port = port(0, "ours", own())) {
            assertThat(port.open(server(), factory)).isTrue();
            assertThat(presented(get(port, authority, "/favicon.ico"))).isEqualTo(given.certificate());
            var next = new OwnCertificates(authority.folder(), List.of("next.example")).server(now.get());
            bundles.updateBundle("ours", OwnCertificates.bundle(next));
            assertThat(presented(get(port, authority, "/favicon.ico"))).isEqualTo(next.certificate());
        }
        assertThat(home.resolve("https")).doesNotExist();
    }

    @Test
    @DisplayName("A port that is taken leaves the application as it is")
    void leavesATakenPort() throws Exception {
        var service = server().getTomcat().getService();
        var before = service.findConnectors().length;
        try (var other = new ServerSocket(0)) {
            assertThat(port(other.getLocalPort(), null, own()).open(server(), factory))
                    .isFalse();
        }
        assertThat(service.findConnectors()).hasSize(before);
    }

    private static X509Certificate presented(HttpResponse<String> response) throws Exception {
        return (X509Certificate) response.sslSession().orElseThrow().getPeerCertificates()[0];
    }

    private static HttpResponse<String> get(HttpsPort port, OwnCertificates own, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("https://localhost:" + port.port() + path))
                .build();
        try (var client = HttpClient.newBuilder()
                .sslContext(trusting(own.authorityFile()))
                .build()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private static SSLContext trusting(Path authority) throws Exception {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (var pem = Files.newInputStream(authority)) {
            store.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** Stands where the test puts it. */
    private final class Moved extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }
}
