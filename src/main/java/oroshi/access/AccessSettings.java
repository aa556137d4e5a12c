package oroshi.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How callers prove themselves here.
 *
 * @param loginAddress where the token endpoints are reached; its host stands in the issuer of v2 tokens
 * @param tokenLifetime how long an access token counts
 * @param refreshTokenLifetime how long a refresh token counts; each use hands out a new one
 * @param assertionsOnce whether an application's signed assertion counts only once; off for clients that keep one and show
 *     it again until it expires
 * @param keyLifetime how long a signing key signs before the next one takes over
 */
@ConfigurationProperties("oroshi.access")
public record AccessSettings(
        @DefaultValue("http://localhost:8080") String loginAddress,
        @DefaultValue("1h") Duration tokenLifetime,
        @DefaultValue("90d") Duration refreshTokenLifetime,
        @DefaultValue("true") boolean assertionsOnce,
        @DefaultValue("30d") Duration keyLifetime) {}
