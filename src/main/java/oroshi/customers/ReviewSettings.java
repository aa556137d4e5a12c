package oroshi.customers;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The operator's choices about reviews.
 *
 * @param sandboxDuration how long a review lasts in a sandbox account, by the partner's clock, before time decides it
 */
@ConfigurationProperties("oroshi.reviews")
record ReviewSettings(@DefaultValue("1d") Duration sandboxDuration) {}
