package oroshi.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import oroshi.OroshiTest;
import oroshi.access.TestCallers;
import oroshi.basics.Cloud;
import oroshi.basics.PartnerId;
import oroshi.database.PartnerScope;

/** Mail goes out once, after what causes it has happened, or stays with the reason why not. */
@OroshiTest
class OutboxTest {
    private static final String KIND = "test";

    @Autowired
    private Outbox outbox;

    @Autowired
    private MailTable table;

    @Autowired
    private Retention retention;

    @Autowired
    private TestMailServer server;

    @Autowired
    private TestCallers callers;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void sendsWhatWasQueuedOnceAndNotes() throws Exception {
        var partner = callers.aPartner().partnerId();
        var address = anyAddress();
        queue(partner, Cloud.PUBLIC, address);

        assertThat(server.received(address, 1)).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo("件名 with one line");
            assertThat(mail.getFrom()[0]).hasToString("noreply@oroshi.example");
            assertThat(mail.getMessageID()).endsWith("@oroshi.example>");
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        });
        assertThat(eventually(partner, "SENT")).isEqualTo(new State("SENT", Optional.empty(), 1));
        assertThat(waiting(partner)).isZero();
        assertThat(server.received(address)).hasSize(1);
    }

    @Test
    void queuesOnlyInsideATransactionAndForgetsWithIt() {
        var partner = callers.aPartner().partnerId();
        assertThatThrownBy(() -> outbox.queue(partner, Cloud.PUBLIC, KIND, Map.of()))
                .isInstanceOf(IllegalTransactionStateException.class);
        PartnerScope.run(
                partner,
                () -> transactions.executeWithoutResult(transaction -> {
                    outbox.queue(partner, Cloud.PUBLIC, KIND, Map.of("to", anyAddress()));
                    transaction.setRollbackOnly();
                }));
        assertThat(states(partner)).isEmpty();
        assertThat(waiting(partner)).isZero();
    }

    @Test
    void keepsWhatNoServerSendsAndNeverTriesIt() {
        var partner = callers.aPartner().partnerId();
        queue(partner, Cloud.US_GOV, anyAddress());
        assertThat(states(partner)).containsExactly(new State("NOT_SENT", Optional.of("no mail server configured"), 0));
        assertThat(waiting(partner)).isZero();
    }

    @Test
    void keepsWhatNobodyCanReceive() {
        var partner = callers.aPartner().partnerId();
        queue(partner, Cloud.PUBLIC, "");
        assertThat(eventually(partner, "NOT_SENT").note()).contains("nobody to write to");
        queue(partner, Cloud.PUBLIC, "no address at all@");
        assertThat(eventually(partner, "NOT_SENT").note()).isPresent();
        assertThat(waiting(partner)).isZero();
    }

    @Test
    void triesAgainLaterAndGivesUpAtLast() {
        var partner = callers.aPartner().partnerId();
        var away = new JavaMailSenderImpl();
        away.setHost("localhost");
        away.setPort(1);
        var postman = new Postman(
                table,
                Senders.only(Cloud.GERMANY, new Sender(away, "noreply@oroshi.example")),
                List.of(new Plain()),
                transactions);
        var message = new MailMessage(partner, UUID.randomUUID(), KIND, Cloud.GERMANY, Map.of("to", anyAddress()), 0);
        // Due only for this test's postman: the application's own looks at the clock.
        as(partner, () -> table.insertWaiting(message, Instant.now().plusSeconds(3_600)));

        for (var attempt = 1; attempt <= 7; attempt++) {
            var tried = new MailMessage(partner, message.id(), KIND, Cloud.GERMANY, message.facts(), attempt - 1);
            as(partner, () -> postman.deliver(tried));
            assertThat(states(partner))
                    .containsExactly(new State("WAITING", Optional.of("MailSendException"), attempt));
            assertThat(waiting(partner)).isEqualTo(1);
        }
        var last = new MailMessage(partner, message.id(), KIND, Cloud.GERMANY, message.facts(), 7);
        as(partner, () -> postman.deliver(last));
        assertThat(states(partner).getFirst().status()).isEqualTo("NOT_SENT");
        assertThat(waiting(partner)).isZero();
    }

    @Test
    void forgetsWhatEndedLongAgoAndKeepsWhatWaits() {
        var partner = callers.aPartner().partnerId();
        var other = callers.aPartner().partnerId();
        var longAgo = Instant.now().minus(Duration.ofDays(91));
        for (var each : List.of(partner, other)) {
            as(each, () -> {
                table.insertUnsent(message(each), "long ago", longAgo);
                table.insertUnsent(message(each), "lately", longAgo.plus(Duration.ofDays(2)));
            });
        }
        as(partner, () -> table.insertWaiting(message(partner), longAgo.plus(Duration.ofDays(400))));

        PartnerScope.run(partner, () -> retention.run(partner));
        assertThat(states(partner)).extracting(State::status).containsExactly("NOT_SENT", "WAITING");
        assertThat(states(other)).hasSize(2);
        retention.run();
        assertThat(states(other)).hasSize(1);
    }

    private static MailMessage message(PartnerId partner) {
        return new MailMessage(partner, UUID.randomUUID(), KIND, Cloud.GERMANY, Map.of("to", anyAddress()), 0);
    }

    @Test
    void hasTheSameTextsInBothLanguages() {
        var english = ResourceBundle.getBundle("mail.letters", Locale.ENGLISH);
        var japanese = ResourceBundle.getBundle("mail.letters", Locale.JAPANESE);
        assertThat(japanese.keySet()).isEqualTo(english.keySet());
    }

    private void queue(PartnerId partner, Cloud cloud, String address) {
        as(partner, () -> outbox.queue(partner, cloud, KIND, Map.of("to", address)));
    }

    private void as(PartnerId partner, Runnable work) {
        PartnerScope.run(partner, () -> transactions.executeWithoutResult(transaction -> work.run()));
    }

    private record State(String status, Optional<String> note, int attempts) {}

    private State eventually(PartnerId partner, String status) {
        for (var look = 0;
                look < 1_500
                        && states(partner).stream()
                                .anyMatch(state -> !state.status().equals(status));
                look++) {
            LockSupport.parkNanos(20_000_000);
        }
        return states(partner).getLast();
    }

    private List<State> states(PartnerId partner) {
        return PartnerScope.call(
                partner,
                () -> Objects.requireNonNull(transactions.execute(transaction -> jdbc.sql(
                                "select status, note, attempts from mail.message where partner_id = :id order by queued_at")
                        .param("id", partner.value())
                        .query((row, number) -> new State(
                                row.getString("status"),
                                Optional.ofNullable(row.getString("note")),
                                row.getInt("attempts")))
                        .list())));
    }

    private int waiting(PartnerId partner) {
        return jdbc.sql("select count(*) as waiting from mail.waiting where scope = :id")
                .param("id", partner.value())
                .query((row, number) -> row.getInt("waiting"))
                .single();
    }

    private static String anyAddress() {
        return UUID.randomUUID() + "@receiver.example";
    }
}
