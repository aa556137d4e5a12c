package oroshi.mail;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import oroshi.basics.Cloud;

/**
 * How mail leaves the house. Without a sender it doesn't.
 *
 * @param from the sender's address for the public cloud, through the server that {@code spring.mail} names
 * @param senders senders of their own for the other clouds: nothing goes out for one through another's server
 * @param kept how long a message stays after it was sent or given up
 */
@ConfigurationProperties("oroshi.mail")
record MailSettings(
        Optional<String> from,
        @DefaultValue Map<Cloud, Server> senders,
        @DefaultValue("90d") Duration kept) {
    MailSettings {
        senders = Map.copyOf(senders);
    }

    /**
     * A mail server and the address under which it sends.
     *
     * @param startTls whether the server must encrypt, or nothing is sent
     */
    record Server(
            String from,
            String host,
            @DefaultValue("587") int port,
            Optional<String> username,
            Optional<String> password,
            @DefaultValue("true") boolean startTls) {
        @Override
        public String toString() {
            return "Server[from=" + from + ", host=" + host + ", port=" + port + "]";
        }
    }
}
