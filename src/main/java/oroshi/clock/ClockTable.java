package oroshi.clock;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;

/** All SQL over {@code clock.partner_clock}. */
@Component
class ClockTable {
    private final JdbcClient jdbc;

    ClockTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<PartnerTime> find(PartnerId partnerId) {
        return jdbc.sql("select shift_millis, stopped_at from clock.partner_clock where partner_id = :partnerId")
                .param("partnerId", partnerId.value())
                .query((row, number) -> {
                    var stoppedAt = row.getObject("stopped_at", OffsetDateTime.class);
                    return new PartnerTime(
                            Duration.ofMillis(row.getLong("shift_millis")),
                            stoppedAt == null ? null : stoppedAt.toInstant());
                })
                .optional();
    }

    void set(PartnerId partnerId, PartnerTime time) {
        var stoppedAt = time.stoppedAt();
        jdbc.sql("""
                insert into clock.partner_clock as moved (partner_id, shift_millis, stopped_at, version)
                values (:partnerId, :shift, :stoppedAt, 1)
                on conflict (partner_id) do update
                set shift_millis = excluded.shift_millis,
                    stopped_at = excluded.stopped_at,
                    version = moved.version + 1
                """)
                .param("partnerId", partnerId.value())
                .param("shift", time.shift().toMillis())
                .param("stoppedAt", stoppedAt == null ? null : stoppedAt.atOffset(ZoneOffset.UTC))
                .update();
    }
}
