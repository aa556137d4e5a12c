package oroshi.notifications;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The operator's rules about notifications.
 *
 * @param kept how long a notification can be read
 */
@ConfigurationProperties("oroshi.notifications")
record NotificationSettings(@DefaultValue("90d") Duration kept) {}
