package oroshi.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import oroshi.basics.PartnerId;
import oroshi.database.JobSettings;
import oroshi.database.PartnerScope;

/**
 * Sends what is due. One message is one transaction, which holds the message while it is handed over and notes that the
 * server took it: what was noted is never sent again. When the application dies between the two, the message goes out
 * once more under the same message id, by which receivers know it.
 */
@Component
class Postman {
    static final String JOB = "send-mail";

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int MOST_PARTNERS = 1_000;
    /** The pauses before each further attempt; after the last one the message is given up, a day and a half later. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12),
            Duration.ofHours(18));

    private final MailTable table;
    private final Senders senders;
    private final Map<String, LetterWriter> writers;
    private final TransactionTemplate transactions;
    private final Clock clock = Clock.systemUTC();

    Postman(MailTable table, Senders senders, List<LetterWriter> writers, TransactionTemplate transactions) {
        this.table = table;
        this.senders = senders;
        this.writers = writers.stream().collect(Collectors.toMap(LetterWriter::kind, Function.identity()));
        this.transactions = transactions;
    }

    /** What became of one message. */
    enum Outcome {
        NOTHING_DUE,
        DONE,
        SERVER_AWAY
    }

    /** Sends what is due, for one partner after the other; a server that is away is left alone until the next run. */
    void run() {
        for (var partnerId : table.partnersDue(clock.instant(), MOST_PARTNERS)) {
            try {
                if (PartnerScope.call(partnerId, () -> drain(partnerId)) == Outcome.SERVER_AWAY) {
                    return;
                }
            } catch (RuntimeException broken) {
                LOG.error("The mail of partner {} waits for the next run", partnerId, broken);
            }
        }
    }

    private Outcome drain(PartnerId partnerId) {
        var outcome = Outcome.DONE;
        while (outcome == Outcome.DONE) {
            var next = transactions.execute(transaction -> next(partnerId));
            outcome = next == null ? Outcome.NOTHING_DUE : next;
        }
        return outcome;
    }

    private Outcome next(PartnerId partnerId) {
        return table.takeDue(partnerId, clock.instant()).map(this::deliver).orElse(Outcome.NOTHING_DUE);
    }

    /** Sends the message, postpones it or gives it up; inside the transaction that holds it. */
    Outcome deliver(MailMessage message) {
        var sender = senders.of(message.cloud());
        if (sender.isEmpty()) {
            return giveUp(message, Outbox.NO_SERVER);
        }
        var writer = writers.get(message.kind());
        var letter = writer == null ? Optional.<Letter>empty() : writer.write(message.partnerId(), message.facts());
        if (letter.isEmpty()) {
            return giveUp(message, "nobody to write to");
        }
        return send(message, letter.get(), sender.get());
    }

    private Outcome send(MailMessage message, Letter letter, Sender sender) {
        try {
            send(message.id().toString(), letter, sender);
        } catch (MailException | MessagingException | UnsupportedEncodingException failure) {
            return failed(message, failure);
        }
        table.endSent(message, clock.instant());
        return Outcome.DONE;
    }

    private static void send(String id, Letter letter, Sender sender)
            throws MessagingException, UnsupportedEncodingException {
        var mail = sender.server().createMimeMessage();
        var helper = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
        helper.setFrom(sender.from());
        var receiver = new InternetAddress(letter.to(), letter.name(), StandardCharsets.UTF_8.name());
        receiver.validate();
        helper.setTo(receiver);
        helper.setSubject(letter.subject());
        helper.setText(letter.text());
        mail.setHeader("Message-ID", "<" + id + "@" + sender.domain() + ">");
        mail.setHeader("Content-Language", letter.language().toLanguageTag());
        mail.setHeader("Auto-Submitted", "auto-generated");
        sender.server().send(mail);
    }

    /** The log names neither the person nor the address: both stand in the database. */
    private Outcome failed(MailMessage message, Exception failure) {
        if (isAddressRefused(failure)) {
            return giveUp(message, "the address was refused");
        }
        if (message.attempts() >= PAUSES.size()) {
            return giveUp(message, "the server did not take it: " + name(failure));
        }
        table.postpone(message, name(failure), clock.instant().plus(PAUSES.get(message.attempts())));
        LOG.warn("Mail {} waits for another attempt: {}", message.id(), name(failure));
        return Outcome.SERVER_AWAY;
    }

    private Outcome giveUp(MailMessage message, String why) {
        table.endUnsent(message, why, clock.instant());
        LOG.warn("Mail {} of kind {} is not sent: {}", message.id(), message.kind(), why);
        return Outcome.DONE;
    }

    private static boolean isAddressRefused(Exception failure) {
        return failure instanceof AddressException
                || failure instanceof MailSendException several
                        && several.getMessageExceptions().length > 0
                        && several.getMessageExceptions()[0] instanceof SendFailedException refused
                        && refused.getInvalidAddresses() != null
                        && refused.getInvalidAddresses().length > 0;
    }

    private static String name(Exception failure) {
        return failure.getClass().getSimpleName();
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {
        @Bean
        RecurringTask<Void> sendMail(Postman postman, JobSettings settings) {
            return Tasks.recurring(JOB, FixedDelay.of(settings.pause())).execute((instance, context) -> postman.run());
        }
    }
}
