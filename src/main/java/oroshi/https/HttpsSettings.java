package oroshi.https;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether and how a second port speaks HTTPS.
 *
 * @param port where it listens; 0 for any that is free
 * @param bundle the SSL bundle with the operator's certificate; by default the installation makes its own
 * @param names further names of this machine that clients use, for the certificate that the installation makes
 */
@ConfigurationProperties("oroshi.https")
record HttpsSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("8443") int port,
        @Nullable String bundle,
        @DefaultValue List<String> names) {
    HttpsSettings {
        names = List.copyOf(names);
    }
}
