package oroshi.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the work in the background goes.
 *
 * @param pause between two looks for something to do, at least a millisecond
 */
@ConfigurationProperties("oroshi.jobs")
public record JobSettings(@DefaultValue("1s") Duration pause) {}
