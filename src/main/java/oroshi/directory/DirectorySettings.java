package oroshi.directory;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import oroshi.basics.Cloud;

/**
 * How this installation names its tenants.
 *
 * @param suffix what follows the prefix of a tenant's first domain, by cloud, without the leading dot
 * @param reservedWords names that no tenant may take, beside the built-in ones
 */
@ConfigurationProperties("oroshi.directory")
record DirectorySettings(
        @DefaultValue Map<Cloud, String> suffix,
        @DefaultValue Set<String> reservedWords) {
    private static final Map<Cloud, String> DEFAULTS = Map.of(
            Cloud.PUBLIC, "onmicrosoft.com",
            Cloud.US_GOV, "onmicrosoft.us",
            Cloud.GERMANY, "onmicrosoft.de");

    DirectorySettings {
        suffix = Map.copyOf(suffix);
        reservedWords = Set.copyOf(reservedWords);
    }

    String suffix(Cloud cloud) {
        return suffix.getOrDefault(cloud, Objects.requireNonNull(DEFAULTS.get(cloud)));
    }
}
