package oroshi.relationships;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;

/** All SQL over {@code relationships.agreed_request}. */
@Component
class AgreedRequestTable {
    private final JdbcClient jdbc;

    AgreedRequestTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores one side of an accepted request; false when it is there already. */
    boolean insert(PartnerId partnerId, PartnerId otherId, Instant agreedAt) {
        var inserted = jdbc.sql("""
                insert into relationships.agreed_request (partner_id, other_id, agreed_at)
                values (:partnerId, :otherId, :agreedAt)
                on conflict (partner_id, other_id) do nothing
                """)
                .param("partnerId", partnerId.value())
                .param("otherId", otherId.value())
                .param("agreedAt", agreedAt.atOffset(ZoneOffset.UTC))
                .update();
        return inserted == 1;
    }

    /** Removes one side of an accepted request; false when there is none. */
    boolean delete(PartnerId partnerId, PartnerId otherId) {
        var deleted = jdbc.sql("""
                delete from relationships.agreed_request where partner_id = :partnerId and other_id = :otherId
                """)
                .param("partnerId", partnerId.value())
                .param("otherId", otherId.value())
                .update();
        return deleted == 1;
    }

    Optional<Instant> find(PartnerId partnerId, PartnerId otherId) {
        return jdbc.sql("""
                select agreed_at from relationships.agreed_request
                 where partner_id = :partnerId and other_id = :otherId
                """)
                .param("partnerId", partnerId.value())
                .param("otherId", otherId.value())
                .query((row, number) ->
                        row.getObject("agreed_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** With whom the partner has accepted requests that wait, the oldest first. */
    List<Map.Entry<PartnerId, Instant>> list(PartnerId partnerId) {
        return jdbc.sql("""
                select other_id, agreed_at from relationships.agreed_request
                 where partner_id = :partnerId
                 order by agreed_at, other_id
                """)
                .param("partnerId", partnerId.value())
                .query((row, number) -> Map.entry(
                        new PartnerId(row.getObject("other_id", UUID.class)),
                        row.getObject("agreed_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
