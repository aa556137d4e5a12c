package oroshi.portal;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator says about the portal.
 *
 * @param cloudLines the operator's own words for the line that names the cloud, by cloud and language, for example
 *     {@code oroshi.portal.cloud-lines[US_GOV.ja]}; without them the message files speak
 */
@ConfigurationProperties("oroshi.portal")
record PortalSettings(@DefaultValue Map<String, String> cloudLines) {}
