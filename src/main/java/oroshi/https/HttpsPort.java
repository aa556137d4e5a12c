package oroshi.https;

import java.io.IOException;
import java.net.BindException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.commons.logging.LogFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.tomcat.CompressionConnectorCustomizer;
import org.springframework.boot.tomcat.SslConnectorCustomizer;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl.ClientAuth;
import org.springframework.core.NestedExceptionUtils;

/**
 * A port of the web server beside the plain one. It opens when the application is ready, so that no start waits for a
 * certificate, and takes a new certificate without closing.
 */
final class HttpsPort implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpsPort.class);
    private static final Duration LOOKED_AFTER = Duration.ofDays(1);

    private final HttpsSettings settings;
    private final OwnCertificates own;
    private final SslBundles bundles;
    private final Clock clock;
    private final Connector connector = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
    private final SslConnectorCustomizer encryption =
            new SslConnectorCustomizer(LogFactory.getLog(HttpsPort.class), connector, ClientAuth.NONE);

    private volatile Instant expiresAt = Instant.MAX;

    HttpsPort(HttpsSettings settings, OwnCertificates own, SslBundles bundles, Clock clock) {
        this.settings = settings;
        this.own = own;
        this.bundles = bundles;
        this.clock = clock;
    }

    /** Opens the port beside the server's own; false when that fails, which leaves the plain port as it is. */
    boolean open(TomcatWebServer server, TomcatServletWebServerFactory factory) {
        var service = server.getTomcat().getService();
        try {
            connector.setPort(settings.port());
            connector.setScheme("https");
            connector.setSecure(true);
            connector.setThrowOnFailure(true);
            factory.getConnectorCustomizers().forEach(customizer -> customizer.customize(connector));
            factory.getProtocolHandlerCustomizers().forEach(this::apply);
            new CompressionConnectorCustomizer(factory.getCompression()).customize(connector);
            encryption.customize(bundle(), Map.of());
            service.addConnector(connector);
        } catch (IOException | RuntimeException broken) {
            service.removeConnector(connector);
            tell(NestedExceptionUtils.getMostSpecificCause(broken));
            return false;
        }
        LOG.info("HTTPS answers on port {}", port());
        return true;
    }

    private void tell(Throwable cause) {
        if (cause instanceof BindException) {
            LOG.warn("HTTPS is off: port {} is taken. Choose another one with oroshi.https.port.", settings.port());
            return;
        }
        LOG.warn("HTTPS is off", cause);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // each customizer names the kind of protocol that it is for
    private void apply(TomcatProtocolHandlerCustomizer customizer) {
        customizer.customize(connector.getProtocolHandler());
    }

    int port() {
        return connector.getLocalPort();
    }

    private SslBundle bundle() throws IOException {
        var given = settings.bundle();
        if (given != null && !given.isBlank()) {
            bundles.addBundleUpdateHandler(given, changed -> encryption.update(null, changed));
            return bundles.getBundle(given);
        }
        var server = own.server(clock.instant());
        expiresAt = server.expiresAt();
        return OwnCertificates.bundle(server);
    }

    /** Takes a new certificate when the present one is nearly over. */
    void renew() {
        if (clock.instant().plus(OwnCertificates.RENEWED_BEFORE).isBefore(expiresAt)) {
            return;
        }
        try {
            encryption.update(null, bundle());
        } catch (IOException | RuntimeException broken) {
            LOG.error("The certificate for HTTPS could not be renewed; it is good until {}", expiresAt, broken);
        }
    }

    /** Renews for as long as the thread is let be. */
    void lookAfter() {
        try {
            while (true) {
                Thread.sleep(LOOKED_AFTER);
                renew();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            connector.stop();
            connector.destroy();
        } catch (LifecycleException gone) {
            LOG.debug("The port was closed before", gone);
        }
    }
}
