package oroshi.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.Cloud;
import oroshi.basics.PartnerId;
import oroshi.database.Writes;
import tools.jackson.databind.json.JsonMapper;

/** All SQL over {@code mail.message} and {@code mail.waiting}. */
@Component
class MailTable {
    private final JdbcClient jdbc;
    private final Writes writes;
    private final JsonMapper json = JsonMapper.shared();

    MailTable(JdbcClient jdbc, Writes writes) {
        this.jdbc = jdbc;
        this.writes = writes;
    }

    /** Stores the message and that it is due, together with the other writes of the transaction that causes it. */
    void insertWaiting(MailMessage message, Instant now) {
        writes.add("""
                with stored as (
                    insert into mail.message (partner_id, message_id, kind, cloud, facts, status, attempts, queued_at)
                    values (:partnerId, :id, :kind, :cloud, :facts::jsonb, 'WAITING', 0, :now))
                insert into mail.waiting (scope, message_id, due_at) values (:partnerId, :id, :now)
                """, values(message, now));
    }

    void insertUnsent(MailMessage message, String note, Instant now) {
        writes.add("""
                insert into mail.message (
                    partner_id, message_id, kind, cloud, facts, status, note, attempts, queued_at, ended_at)
                values (:partnerId, :id, :kind, :cloud, :facts::jsonb, 'NOT_SENT', :note, 0, :now, :now)
                """, values(message, now).addValue("note", note));
    }

    private MapSqlParameterSource values(MailMessage message, Instant now) {
        return new MapSqlParameterSource()
                .addValue("partnerId", message.partnerId().value())
                .addValue("id", message.id())
                .addValue("kind", message.kind())
                .addValue("cloud", message.cloud().name())
                .addValue("facts", json.writeValueAsString(message.facts()))
                .addValue("now", now.atOffset(ZoneOffset.UTC));
    }

    /** For whom something is due. */
    List<PartnerId> partnersDue(Instant now, int most) {
        return jdbc.sql("select distinct scope from mail.waiting where due_at <= :now limit :most")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, number) -> new PartnerId(row.getObject("scope", UUID.class)))
                .list();
    }

    /** The message that is due longest, held until the transaction ends; nobody else takes it meanwhile. */
    Optional<MailMessage> takeDue(PartnerId partnerId, Instant now) {
        return jdbc.sql("""
                select message_id from mail.waiting
                 where scope = :partnerId and due_at <= :now
                 order by due_at
                 limit 1
                 for update skip locked
                """)
                .param("partnerId", partnerId.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getObject("message_id", UUID.class))
                .optional()
                .map(id -> get(partnerId, id));
    }

    private MailMessage get(PartnerId partnerId, UUID id) {
        return jdbc.sql("""
                select partner_id, message_id, kind, cloud, facts, attempts from mail.message
                 where partner_id = :partnerId and message_id = :id
                """)
                .param("partnerId", partnerId.value())
                .param("id", id)
                .query((row, number) -> message(row))
                .single();
    }

    /** The message waits for another attempt. */
    void postpone(MailMessage message, String note, Instant dueAt) {
        jdbc.sql("""
                with noted as (
                    update mail.message set attempts = attempts + 1, note = :note
                     where partner_id = :partnerId and message_id = :id)
                update mail.waiting set due_at = :dueAt where scope = :partnerId and message_id = :id
                """)
                .param("partnerId", message.partnerId().value())
                .param("id", message.id())
                .param("note", note)
                .param("dueAt", dueAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    void endSent(MailMessage message, Instant now) {
        end(message, "SENT", null, now);
    }

    void endUnsent(MailMessage message, String note, Instant now) {
        end(message, "NOT_SENT", note, now);
    }

    /** Nothing is due any more. */
    private void end(MailMessage message, String status, @Nullable String note, Instant now) {
        jdbc.sql("""
                with ended as (
                    update mail.message
                       set status = :status, note = :note, attempts = attempts + 1, ended_at = :now
                     where partner_id = :partnerId and message_id = :id)
                delete from mail.waiting where scope = :partnerId and message_id = :id
                """)
                .param("partnerId", message.partnerId().value())
                .param("id", message.id())
                .param("status", status)
                .param("note", note)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Forgets what was sent or given up before the instant. */
    void deleteEnded(PartnerId partnerId, Instant before) {
        jdbc.sql("delete from mail.message where partner_id = :partnerId and ended_at < :before")
                .param("partnerId", partnerId.value())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private MailMessage message(ResultSet row) throws SQLException {
        return new MailMessage(
                new PartnerId(row.getObject("partner_id", UUID.class)),
                row.getObject("message_id", UUID.class),
                row.getString("kind"),
                Cloud.valueOf(row.getString("cloud")),
                facts(row.getString("facts")),
                row.getInt("attempts"));
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> facts(String text) {
        return json.readValue(text, Map.class);
    }
}
