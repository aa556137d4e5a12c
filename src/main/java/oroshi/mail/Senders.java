package oroshi.mail;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import oroshi.basics.Cloud;

/** Who sends for which cloud: the clouds share nothing, so each needs a server of its own. */
final class Senders {
    /** A server that doesn't answer must not hold up the others. */
    private static final String PATIENCE_MILLIS = "10000";

    private final Map<Cloud, Sender> senders = new EnumMap<>(Cloud.class);

    private Senders() {}

    /** One sender, for one cloud. */
    static Senders only(Cloud cloud, Sender sender) {
        var senders = new Senders();
        senders.senders.put(cloud, sender);
        return senders;
    }

    Optional<Sender> of(Cloud cloud) {
        return Optional.ofNullable(senders.get(cloud));
    }

    private static Sender sender(MailSettings.Server settings) {
        var server = new JavaMailSenderImpl();
        server.setHost(settings.host());
        server.setPort(settings.port());
        server.setDefaultEncoding(StandardCharsets.UTF_8.name());
        settings.username().ifPresent(server::setUsername);
        settings.password().ifPresent(server::setPassword);
        var properties = server.getJavaMailProperties();
        properties.setProperty(
                "mail.smtp.auth", String.valueOf(settings.username().isPresent()));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(settings.startTls()));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(settings.startTls()));
        for (var wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail.smtp." + wait, PATIENCE_MILLIS);
        }
        return new Sender(server, settings.from());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(MailSettings.class)
    static class Wiring {
        @Bean
        Senders senders(MailSettings settings, ObjectProvider<JavaMailSender> usual) {
            var senders = new Senders();
            var server = usual.getIfAvailable();
            if (server != null && isNamed(server) && settings.from().isPresent()) {
                senders.senders.put(
                        Cloud.PUBLIC, new Sender(server, settings.from().get()));
            }
            settings.senders().forEach((cloud, own) -> senders.senders.put(cloud, sender(own)));
            return senders;
        }

        /** What is prepared before its settings are known has a sender of which nobody has said where it is. */
        private static boolean isNamed(JavaMailSender server) {
            return !(server instanceof JavaMailSenderImpl ours) || ours.getHost() != null;
        }
    }
}
