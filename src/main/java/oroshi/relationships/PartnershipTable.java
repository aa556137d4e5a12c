package oroshi.relationships;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;

/** All SQL over {@code relationships.partnership}. */
@Component
class PartnershipTable {
    private final JdbcClient jdbc;

    PartnershipTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores one side of a partnership, or revives an ended one; false when it is in force already. */
    boolean insert(PartnershipRow partnership) {
        var inserted = jdbc.sql("""
                insert into relationships.partnership as known (
                    partner_id, other_id, side, since, delegated_administration)
                values (:partnerId, :otherId, :side, :since, :delegated)
                on conflict (partner_id, other_id) do update
                   set side = excluded.side, since = excluded.since, ended_at = null,
                       delegated_administration = excluded.delegated_administration
                 where known.ended_at is not null
                """)
                .param("partnerId", partnership.partnerId().value())
                .param("otherId", partnership.otherId().value())
                .param("side", partnership.side().name())
                .param("since", partnership.since().atOffset(ZoneOffset.UTC))
                .param("delegated", partnership.delegatedAdministration())
                .update();
        return inserted == 1;
    }

    /** Ends one side of a partnership; false when none is in force. */
    boolean end(PartnerId partnerId, PartnerId otherId, Instant endedAt) {
        var ended = jdbc.sql("""
                update relationships.partnership
                   set ended_at = :endedAt
                 where partner_id = :partnerId and other_id = :otherId and ended_at is null
                """)
                .param("partnerId", partnerId.value())
                .param("otherId", otherId.value())
                .param("endedAt", endedAt.atOffset(ZoneOffset.UTC))
                .update();
        return ended == 1;
    }

    /** Ends the provider's administration on one side; false when there is none. */
    boolean endAdministration(PartnerId partnerId, PartnerId otherId) {
        var ended = jdbc.sql("""
                update relationships.partnership
                   set delegated_administration = false
                 where partner_id = :partnerId and other_id = :otherId and delegated_administration
                """)
                .param("partnerId", partnerId.value())
                .param("otherId", otherId.value())
                .update();
        return ended == 1;
    }

    /** The ended partnerships of a reseller whose provider still administers its directory. */
    List<PartnershipRow> listFormerAdministrators(PartnerId reseller) {
        return jdbc.sql("""
                select partner_id, other_id, side, since, delegated_administration
                  from relationships.partnership
                 where partner_id = :partnerId and side = 'RESELLER' and ended_at is not null
                   and delegated_administration
                 order by since, other_id
                """)
                .param("partnerId", reseller.value())
                .query((row, number) -> partnership(row))
                .list();
    }

    Optional<PartnershipRow> find(PartnerId partnerId, PartnerId otherId) {
        return jdbc.sql("""
                select partner_id, other_id, side, since, delegated_administration
                  from relationships.partnership
                 where partner_id = :partnerId and other_id = :otherId and ended_at is null
                """)
                .param("partnerId", partnerId.value())
                .param("otherId", otherId.value())
                .query((row, number) -> partnership(row))
                .optional();
    }

    /** The partnerships in force in which the partner is the side, the oldest first. */
    List<PartnershipRow> list(PartnerId partnerId, Side side) {
        return jdbc.sql("""
                select partner_id, other_id, side, since, delegated_administration
                  from relationships.partnership
                 where partner_id = :partnerId and side = :side and ended_at is null
                 order by since, other_id
                """)
                .param("partnerId", partnerId.value())
                .param("side", side.name())
                .query((row, number) -> partnership(row))
                .list();
    }

    private static PartnershipRow partnership(ResultSet row) throws SQLException {
        return new PartnershipRow(
                new PartnerId(row.getObject("partner_id", UUID.class)),
                new PartnerId(row.getObject("other_id", UUID.class)),
                Side.valueOf(row.getString("side")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getBoolean("delegated_administration"));
    }
}
