package oroshi.relationships;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.database.Writes;

/** All SQL over {@code relationships.granular_administration}. */
@Component
class GranularAdministrationTable {
    private final JdbcClient jdbc;
    private final Writes writes;

    GranularAdministrationTable(JdbcClient jdbc, Writes writes) {
        this.jdbc = jdbc;
        this.writes = writes;
    }

    void put(PartnerId partnerId, CustomerId customerId, Instant until) {
        writes.add(
                """
                insert into relationships.granular_administration (partner_id, customer_id, expires_at)
                values (:partnerId, :customerId, :until)
                on conflict (partner_id, customer_id) do update set expires_at = excluded.expires_at
                """,
                new MapSqlParameterSource()
                        .addValue("partnerId", partnerId.value())
                        .addValue("customerId", customerId.value())
                        .addValue("until", until.atOffset(ZoneOffset.UTC)));
    }

    Optional<Instant> findExpiry(PartnerId partnerId, CustomerId customerId) {
        return jdbc.sql("""
                select expires_at from relationships.granular_administration
                 where partner_id = :partnerId and customer_id = :customerId
                """)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .query((row, number) ->
                        row.getObject("expires_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    void delete(PartnerId partnerId, CustomerId customerId) {
        jdbc.sql("""
                delete from relationships.granular_administration
                 where partner_id = :partnerId and customer_id = :customerId
                """)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .update();
    }
}
