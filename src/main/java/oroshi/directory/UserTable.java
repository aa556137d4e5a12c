package oroshi.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.access.Role;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;

/** SQL over {@code directory.user_account} and its roles, without the secrets. */
@Component
class UserTable {
    private final JdbcClient jdbc;

    UserTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<DirectoryUser> list(TenantId tenantId) {
        return jdbc.sql("""
                select a.tenant_id, a.user_id, a.sign_in_name, a.given_name, a.family_name, a.culture,
                    a.must_change_password, a.totp_confirmed_at is not null as second_factor, a.sessions_from,
                    a.created_at,
                    array(select r.role from directory.user_role r
                          where r.tenant_id = a.tenant_id and r.user_id = a.user_id) as roles
                from directory.user_account a
                where a.tenant_id = :tenantId
                order by a.sign_in_name
                """)
                .param("tenantId", tenantId.value())
                .query(UserTable::user)
                .list();
    }

    Optional<DirectoryUser> find(TenantId tenantId, UserId userId) {
        return jdbc.sql("""
                select a.tenant_id, a.user_id, a.sign_in_name, a.given_name, a.family_name, a.culture,
                    a.must_change_password, a.totp_confirmed_at is not null as second_factor, a.sessions_from,
                    a.created_at,
                    array(select r.role from directory.user_role r
                          where r.tenant_id = a.tenant_id and r.user_id = a.user_id) as roles
                from directory.user_account a
                where a.tenant_id = :tenantId and a.user_id = :userId
                """)
                .param("tenantId", tenantId.value())
                .param("userId", userId.value())
                .query(UserTable::user)
                .optional();
    }

    /** Stores the person with the roles; false when the sign-in name is taken, which only the constraint can decide. */
    boolean insert(TenantId tenantId, NewAccount account) {
        var added = jdbc.sql("""
                insert into directory.user_account
                    (tenant_id, user_id, sign_in_name, given_name, family_name, culture, password_hash,
                     must_change_password, password_expires_at, created_at)
                values (:tenantId, :userId, :signInName, :givenName, :familyName, :culture, :passwordHash,
                     true, :passwordExpiresAt, :createdAt)
                on conflict on constraint user_account_sign_in_name do nothing
                """)
                .param("tenantId", tenantId.value())
                .param("userId", account.user().id().value())
                .param("signInName", account.signInName())
                .param("givenName", account.user().givenName())
                .param("familyName", account.user().familyName())
                .param("culture", account.user().culture())
                .param("passwordHash", account.passwordHash())
                .param("passwordExpiresAt", account.passwordExpiresAt().atOffset(ZoneOffset.UTC))
                .param("createdAt", account.createdAt().atOffset(ZoneOffset.UTC))
                .update();
        if (added == 1) {
            addRoles(tenantId, account.user().id(), account.user().roles());
        }
        return added == 1;
    }

    void setRoles(TenantId tenantId, UserId userId, Set<Role> roles) {
        jdbc.sql("delete from directory.user_role where tenant_id = :tenantId and user_id = :userId")
                .param("tenantId", tenantId.value())
                .param("userId", userId.value())
                .update();
        addRoles(tenantId, userId, roles);
    }

    private void addRoles(TenantId tenantId, UserId userId, Set<Role> roles) {
        jdbc.sql("""
                insert into directory.user_role (tenant_id, user_id, role)
                select :tenantId, :userId, role from unnest(:roles) as role
                """)
                .param("tenantId", tenantId.value())
                .param("userId", userId.value())
                .param("roles", roles.stream().map(Role::key).toArray(String[]::new))
                .update();
    }

    /** Locks everybody of the role; whether somebody beside the person has it. */
    boolean lockOthersWith(TenantId tenantId, UserId userId, Role role) {
        return jdbc
                .sql("""
                        select user_id
                        from directory.user_role
                        where tenant_id = :tenantId and role = :role
                        for update
                        """)
                .param("tenantId", tenantId.value())
                .param("role", role.key())
                .query((row, number) -> new UserId(row.getObject("user_id", UUID.class)))
                .list()
                .stream()
                .anyMatch(holder -> !holder.equals(userId));
    }

    void delete(TenantId tenantId, UserId userId) {
        jdbc.sql("delete from directory.user_account where tenant_id = :tenantId and user_id = :userId")
                .param("tenantId", tenantId.value())
                .param("userId", userId.value())
                .update();
    }

    static DirectoryUser user(ResultSet row, int number) throws SQLException {
        return new DirectoryUser(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                new UserId(row.getObject("user_id", UUID.class)),
                row.getString("sign_in_name"),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("culture"),
                roles((String[]) row.getArray("roles").getArray()),
                row.getBoolean("must_change_password"),
                row.getBoolean("second_factor"),
                instant(row.getTimestamp("sessions_from")),
                row.getTimestamp("created_at").toInstant());
    }

    private static Optional<Instant> instant(@Nullable Timestamp time) {
        return Optional.ofNullable(time).map(Timestamp::toInstant);
    }

    private static Set<Role> roles(String[] keys) {
        var roles = EnumSet.noneOf(Role.class);
        for (var role : Role.values()) {
            if (List.of(keys).contains(role.key())) {
                roles.add(role);
            }
        }
        return roles;
    }
}
