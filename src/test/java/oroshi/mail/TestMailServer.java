package oroshi.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.annotation.PreDestroy;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.annotation.Bean;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** A mail server that keeps what it receives, beside every test application. */
@Component
public class TestMailServer {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));

    TestMailServer() {
        server.start();
    }

    @Bean
    JavaMailSender javaMailSender() {
        var sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(server.getSmtp().getPort());
        return sender;
    }

    /** What the address has received. */
    public List<MimeMessage> received(String address) {
        return List.of(server.getReceivedMessagesForDomain(address));
    }

    /** What the address has received, once it is so much; less when it never is. */
    public List<MimeMessage> received(String address, int expected) {
        var deadline = Instant.now().plus(PATIENCE);
        while (received(address).size() < expected && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(20_000_000);
        }
        return received(address);
    }

    /** Stops taking mail for a while. */
    void close() {
        server.stop();
    }

    @PreDestroy
    void stop() {
        server.stop();
    }
}
