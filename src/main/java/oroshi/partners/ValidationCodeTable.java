package oroshi.partners;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;

/** All SQL over {@code partners.validation_code}. */
@Component
class ValidationCodeTable {
    private final JdbcClient jdbc;

    ValidationCodeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(PartnerId partnerId, ValidationCode code) {
        jdbc.sql("""
                insert into partners.validation_code (
                    partner_id, code, organization_name, max_creates, remaining_creates, changed_at)
                values (:partnerId, :code, :organizationName, :maxCreates, :remainingCreates, :changedAt)
                on conflict (partner_id, code) do nothing
                """)
                .param("partnerId", partnerId.value())
                .param("code", code.code())
                .param("organizationName", code.organizationName())
                .param("maxCreates", code.maxCreates())
                .param("remainingCreates", code.remainingCreates())
                .param("changedAt", code.changedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<ValidationCode> list(PartnerId partnerId) {
        return jdbc.sql("""
                select code, organization_name, max_creates, remaining_creates, changed_at
                  from partners.validation_code
                 where partner_id = :partnerId
                 order by code
                """)
                .param("partnerId", partnerId.value())
                .query((row, number) -> code(row))
                .list();
    }

    /** Takes one creation; false when none is left or the code is unknown. */
    boolean take(PartnerId partnerId, String code, Instant now) {
        var updated = jdbc.sql("""
                update partners.validation_code
                   set remaining_creates = remaining_creates - 1, changed_at = :now
                 where partner_id = :partnerId and code = :code and remaining_creates > 0
                """)
                .param("partnerId", partnerId.value())
                .param("code", code)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return updated == 1;
    }

    private static ValidationCode code(ResultSet row) throws SQLException {
        return new ValidationCode(
                row.getString("code"),
                row.getString("organization_name"),
                row.getInt("max_creates"),
                row.getInt("remaining_creates"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
