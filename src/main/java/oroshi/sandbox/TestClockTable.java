package oroshi.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;

/** All SQL over {@code sandbox.test_clock}. */
@Component
class TestClockTable {
    private final JdbcClient jdbc;

    TestClockTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the partner has its clock already. */
    boolean insert(PartnerId partnerId, ClockMode mode, Instant now) {
        return jdbc.sql("""
                insert into sandbox.test_clock (partner_id, mode, created_at)
                values (:partnerId, :mode, :now)
                on conflict (partner_id) do nothing
                """)
                        .param("partnerId", partnerId.value())
                        .param("mode", mode.name())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Row> find(PartnerId partnerId) {
        return find(partnerId, "");
    }

    /** As {@link #find}; nobody else moves the clock in the transaction. */
    Optional<Row> lock(PartnerId partnerId) {
        return find(partnerId, "for update");
    }

    private Optional<Row> find(PartnerId partnerId, String lock) {
        return jdbc.sql("select mode, created_at from sandbox.test_clock where partner_id = :partnerId " + lock)
                .param("partnerId", partnerId.value())
                .query((row, number) -> row(row))
                .optional();
    }

    void delete(PartnerId partnerId) {
        jdbc.sql("delete from sandbox.test_clock where partner_id = :partnerId")
                .param("partnerId", partnerId.value())
                .update();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                ClockMode.valueOf(row.getString("mode")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    /** A clock as stored. */
    record Row(ClockMode mode, Instant createdAt) {}
}
