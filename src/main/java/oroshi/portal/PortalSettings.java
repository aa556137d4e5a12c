package oroshi.portal;

import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import oroshi.basics.Cloud;

/**
 * What the operator says about the portal.
 *
 * @param cloudLines the operator's own words for the line that names the cloud, by cloud and language, for example
 *     {@code oroshi.portal.cloud-lines[US_GOV.ja]}; without them the message files speak
 * @param userPortals where the people of a cloud's customers are administered that this portal does not administer, by
 *     cloud, for example {@code oroshi.portal.user-portals[US_GOV]}
 * @param texts the operator's own words for any text, by language and key of the message files, for example {@code
 *     oroshi.portal.texts[en.customers.id]}
 */
@ConfigurationProperties("oroshi.portal")
public record PortalSettings(
        @DefaultValue Map<String, String> cloudLines,
        @DefaultValue Map<Cloud, String> userPortals,
        @DefaultValue Map<String, String> texts) {
    private static final Map<Cloud, String> USER_PORTALS =
            Map.of(Cloud.US_GOV, "https://portal.office365.us/", Cloud.GERMANY, "https://portal.office.de/");

    /** The address of the other portal; empty where this one administers people. */
    public Optional<String> userPortal(Cloud cloud) {
        return Optional.ofNullable(userPortals.getOrDefault(cloud, USER_PORTALS.get(cloud)));
    }
}
