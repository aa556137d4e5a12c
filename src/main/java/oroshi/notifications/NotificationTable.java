package oroshi.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.basics.UserId;
import tools.jackson.databind.json.JsonMapper;

/** All SQL over {@code notifications.notification} and its recipients. */
@Component
class NotificationTable {
    /** A bell shows no larger number, so nobody counts further. */
    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    NotificationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the news for all of them in one statement; zero when the subject is known already, else one. */
    int insert(PartnerId partnerId, News news, List<UserId> audience, Instant now) {
        var recipients = jdbc.sql("""
                with told as (
                    insert into notifications.notification (
                        partner_id, notification_id, kind, subject, customer_id, facts, occurred_at)
                    values (:partnerId, :id, :kind, :subject, :customerId, :facts::jsonb, :now)
                    on conflict (partner_id, kind, subject) do nothing
                    returning partner_id, notification_id)
                insert into notifications.recipient (partner_id, user_id, notification_id, unread)
                select told.partner_id, person, told.notification_id, true
                  from told, unnest(cast(:audience as uuid[])) as person
                """)
                .param("partnerId", partnerId.value())
                .param("id", Ids.next())
                .param("kind", news.kind().name())
                .param("subject", news.subject())
                .param("customerId", news.customerId().map(CustomerId::value).orElse(null))
                .param("facts", json.writeValueAsString(news.facts()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("audience", audience.stream().map(UserId::toString).toArray(String[]::new))
                .update();
        return recipients > 0 ? 1 : 0;
    }

    int unread(PartnerId partnerId, UserId userId) {
        return jdbc.sql("""
                select count(*) as unread
                  from (select 1 from notifications.recipient
                         where partner_id = :partnerId and user_id = :userId and unread
                         limit :most) as counted
                """)
                .param("partnerId", partnerId.value())
                .param("userId", userId.value())
                .param("most", MOST)
                .query((row, number) -> row.getInt("unread"))
                .single();
    }

    List<Notification> list(PartnerId partnerId, UserId userId, Optional<UUID> before, int limit) {
        return jdbc.sql("""
                select n.notification_id, n.kind, n.customer_id, n.facts, n.occurred_at, r.unread
                  from notifications.recipient r
                  join notifications.notification n
                    on n.partner_id = r.partner_id and n.notification_id = r.notification_id
                 where r.partner_id = :partnerId and n.partner_id = :partnerId and r.user_id = :userId
                   and (:before::uuid is null or r.notification_id < :before)
                 order by r.notification_id desc
                 limit :limit
                """)
                .param("partnerId", partnerId.value())
                .param("userId", userId.value())
                .param("before", before.orElse(null))
                .param("limit", limit)
                .query((row, number) -> notification(row))
                .list();
    }

    /** False when the person was never told. */
    boolean markRead(PartnerId partnerId, UserId userId, UUID id) {
        return jdbc.sql("""
                update notifications.recipient set unread = false
                 where partner_id = :partnerId and user_id = :userId and notification_id = :id
                """)
                        .param("partnerId", partnerId.value())
                        .param("userId", userId.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    void markAllRead(PartnerId partnerId, UserId userId) {
        jdbc.sql("""
                update notifications.recipient set unread = false
                 where partner_id = :partnerId and user_id = :userId and unread
                """)
                .param("partnerId", partnerId.value())
                .param("userId", userId.value())
                .update();
    }

    void deleteBefore(PartnerId partnerId, Instant before) {
        jdbc.sql("delete from notifications.notification where partner_id = :partnerId and occurred_at < :before")
                .param("partnerId", partnerId.value())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Notification notification(ResultSet row) throws SQLException {
        return new Notification(
                row.getObject("notification_id", UUID.class),
                NotificationKind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getObject("customer_id", UUID.class)).map(CustomerId::new),
                facts(row.getString("facts")),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("unread"));
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> facts(String text) {
        return json.readValue(text, Map.class);
    }
}
