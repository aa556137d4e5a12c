package oroshi.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.access.Role;
import oroshi.basics.Cloud;
import oroshi.basics.TenantId;

/** All SQL over {@code directory.tenant}. */
@Component
class TenantTable {
    private final JdbcClient jdbc;

    TenantTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the tenant with its first user and the user's roles: one statement, because it is on the hot path. */
    void insert(Tenant tenant, NewAccount first) {
        jdbc.sql("""
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
                """)
                .param("tenantId", tenant.id().value())
                .param("cloud", tenant.cloud().name())
                .param("initialDomain", tenant.initialDomain())
                .param("displayName", tenant.displayName())
                .param("country", tenant.country())
                .param("culture", tenant.culture())
                .param("createdAt", tenant.createdAt().atOffset(ZoneOffset.UTC))
                .param("userId", first.user().id().value())
                .param("signInName", first.signInName())
                .param("givenName", first.user().givenName())
                .param("familyName", first.user().familyName())
                .param("userCulture", first.user().culture())
                .param("passwordHash", first.passwordHash())
                .param("passwordExpiresAt", first.passwordExpiresAt().atOffset(ZoneOffset.UTC))
                .param("roles", first.user().roles().stream().map(Role::key).toArray(String[]::new))
                .update();
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
