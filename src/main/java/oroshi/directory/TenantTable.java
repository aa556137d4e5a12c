package oroshi.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.access.Role;
import oroshi.basics.Cloud;
import oroshi.basics.TenantId;
import oroshi.database.Writes;

/** All SQL over {@code directory.tenant}. */
@Component
class TenantTable {
    private final JdbcClient jdbc;
    private final Writes writes;

    TenantTable(JdbcClient jdbc, Writes writes) {
        this.jdbc = jdbc;
        this.writes = writes;
    }

    /** Stores the tenant with its first user and the user's roles: one statement, because it is on the hot path. */
    void insert(Tenant tenant, NewAccount first) {
        var values = new MapSqlParameterSource()
                .addValue("tenantId", tenant.id().value())
                .addValue("cloud", tenant.cloud().name())
                .addValue("initialDomain", tenant.initialDomain())
                .addValue("displayName", tenant.displayName())
                .addValue("country", tenant.country())
                .addValue("culture", tenant.culture())
                .addValue("createdAt", tenant.createdAt().atOffset(ZoneOffset.UTC))
                .addValue("userId", first.user().id().value())
                .addValue("signInName", first.signInName())
                .addValue("givenName", first.user().givenName())
                .addValue("familyName", first.user().familyName())
                .addValue("userCulture", first.user().culture())
                .addValue("passwordHash", first.passwordHash())
                .addValue("passwordExpiresAt", first.passwordExpiresAt().atOffset(ZoneOffset.UTC))
                .addValue("roles", first.user().roles().stream().map(Role::key).toArray(String[]::new));
        writes.add("""
                with founded as (
                    insert into directory.tenant
                        (tenant_id, cloud, initial_domain, display_name, country, culture, created_at)
                    values (:tenantId, :cloud, :initialDomain, :displayName, :country, :culture, :createdAt)
                ), peopled as (
                    insert into directory.user_account
                        (tenant_id, user_id, sign_in_name, given_name, family_name, culture, password_hash,
                         must_change_password, password_expires_at, created_at)
                    values (:tenantId, :userId, :signInName, :givenName, :familyName, :userCulture, :passwordHash,
                         true, :passwordExpiresAt, :createdAt)
                )
                insert into directory.user_role (tenant_id, user_id, role)
                select :tenantId, :userId, role from unnest(:roles) as role
                """, values);
    }

    Optional<Tenant> find(TenantId tenantId) {
        return jdbc.sql("""
                select tenant_id, cloud, initial_domain, display_name, country, culture, created_at
                from directory.tenant
                where tenant_id = :tenantId and deleted_at is null
                """)
                .param("tenantId", tenantId.value())
                .query(TenantTable::tenant)
                .optional();
    }

    void markDeleted(TenantId tenantId, Instant now) {
        jdbc.sql("update directory.tenant set deleted_at = :now where tenant_id = :tenantId")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("tenantId", tenantId.value())
                .update();
    }

    private static Tenant tenant(ResultSet row, int number) throws SQLException {
        return new Tenant(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                Cloud.valueOf(row.getString("cloud")),
                row.getString("initial_domain"),
                row.getString("display_name"),
                row.getString("country"),
                row.getString("culture"),
                row.getTimestamp("created_at").toInstant());
    }
}
