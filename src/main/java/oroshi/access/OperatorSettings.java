package oroshi.access;

import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may act as the operator.
 *
 * @param keys the SHA-256 digest of each key, in hexadecimal, by the name of who holds it; none closes the operator's API
 */
@ConfigurationProperties("oroshi.operator")
record OperatorSettings(@DefaultValue Map<String, String> keys) {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    OperatorSettings {
        keys = Map.copyOf(keys);
        keys.forEach((name, digest) -> {
            if (!DIGEST.matcher(digest).matches()) {
                throw new IllegalArgumentException("oroshi.operator.keys." + name
                        + " must be the SHA-256 digest of the key: 64 hexadecimal digits in lower case");
            }
        });
    }
}
