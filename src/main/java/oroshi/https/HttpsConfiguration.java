package oroshi.https;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import oroshi.database.InstallationHome;

/** Opens the second port, unless it is switched off. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpsSettings.class)
class HttpsConfiguration {
    @Bean
    HttpsOpening httpsOpening(
            HttpsSettings settings, InstallationHome home, SslBundles bundles, TomcatServletWebServerFactory factory) {
        var own = new OwnCertificates(home.path().resolve("https"), settings.names());
        return new HttpsOpening(settings, new HttpsPort(settings, own, bundles, Clock.systemUTC()), factory);
    }

    /** Opens the port behind the back of a start that is over, and looks after it from then on. */
    static final class HttpsOpening implements DisposableBean {
        private final HttpsSettings settings;
        private final HttpsPort port;
        private final TomcatServletWebServerFactory factory;
        private final AtomicReference<Thread> keeper = new AtomicReference<>(new Thread());

        HttpsOpening(HttpsSettings settings, HttpsPort port, TomcatServletWebServerFactory factory) {
            this.settings = settings;
            this.port = port;
            this.factory = factory;
        }

        @EventListener
        void on(ApplicationReadyEvent ready) {
            if (settings.enabled()
                    && ready.getApplicationContext() instanceof ServletWebServerApplicationContext context
                    && context.getWebServer() instanceof TomcatWebServer server) {
                keeper.set(Thread.ofVirtual().name("https").start(() -> keep(server)));
            }
        }

        private void keep(TomcatWebServer server) {
            if (port.open(server, factory)) {
                port.lookAfter();
            }
        }

        @Override
        public void destroy() {
            keeper.get().interrupt();
        }
    }
}
