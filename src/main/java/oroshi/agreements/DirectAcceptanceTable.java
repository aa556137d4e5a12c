package oroshi.agreements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;

/** All SQL over {@code agreements.direct_acceptance}. */
@Component
class DirectAcceptanceTable {
    private final JdbcClient jdbc;
    private final Templates templates;

    DirectAcceptanceTable(JdbcClient jdbc, Templates templates) {
        this.jdbc = jdbc;
        this.templates = templates;
    }

    /** Stores the acceptance; false when the version was accepted already. */
    boolean insert(DirectAcceptance acceptance) {
        var template = acceptance.template();
        var inserted = jdbc.sql("""
                insert into agreements.direct_acceptance (
                    tenant_id, type, version_rank, country, template_id, language, user_id, user_name, address,
                    accepted_at)
                values (
                    :tenantId, :type, :versionRank, :country, :templateId, :language, :userId, :userName, :address,
                    :acceptedAt)
                on conflict (tenant_id, type, version_rank) do nothing
                """)
                .param("tenantId", acceptance.tenantId().value())
                .param("type", template.type().key())
                .param("versionRank", template.versionRank())
                .param("country", template.country())
                .param("templateId", template.templateId())
                .param("language", acceptance.language())
                .param("userId", acceptance.userId().value())
                .param("userName", acceptance.userName())
                .param("address", acceptance.address())
                .param("acceptedAt", acceptance.acceptedAt().atOffset(ZoneOffset.UTC))
                .update();
        return inserted == 1;
    }

    /** The acceptance of the highest version of the type. */
    Optional<DirectAcceptance> find(TenantId tenantId, AgreementType type) {
        return jdbc.sql("""
                select tenant_id, type, version_rank, country, language, user_id, user_name, address, accepted_at
                  from agreements.direct_acceptance
                 where tenant_id = :tenantId and type = :type
                 order by version_rank desc
                 limit 1
                """)
                .param("tenantId", tenantId.value())
                .param("type", type.key())
                .query((row, number) -> acceptance(row, type))
                .optional();
    }

    private DirectAcceptance acceptance(ResultSet row, AgreementType type) throws SQLException {
        return new DirectAcceptance(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                templates
                        .find(type, row.getString("country"), row.getInt("version_rank"))
                        .orElseThrow(),
                row.getString("language"),
                new UserId(row.getObject("user_id", UUID.class)),
                row.getString("user_name"),
                row.getString("address"),
                row.getObject("accepted_at", OffsetDateTime.class).toInstant());
    }
}
