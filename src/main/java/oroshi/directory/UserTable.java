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
    static final String COLUMNS = """
            a.tenant_id, a.user_id, a.sign_in_name, a.given_name, a.family_name, a.culture, a.display_name,
            a.usage_location, a.phone_number, a.immutable_id, a.must_change_password,
            a.totp_confirmed_at is not null as second_factor, a.sessions_from, a.created_at, a.deleted_at,
            array(select r.role from directory.user_role r
                  where r.tenant_id = a.tenant_id and r.user_id = a.user_id) as roles
            """;

    private static final String SELECT = "select " + COLUMNS + """
            from directory.user_account a
            """;

    private final JdbcClient jdbc;

    UserTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<DirectoryUser> list(TenantId tenantId) {
        return jdbc.sql(SELECT + """
                where a.tenant_id = :tenantId and a.deleted_at is null
                order by a.sign_in_name
                """)
                .param("tenantId", tenantId.value())
                .query(UserTable::user)
                .list();
    }

    Optional<DirectoryUser> find(TenantId tenantId, UserId userId) {
        return jdbc.sql(SELECT + """
                where a.tenant_id = :tenantId and a.user_id = :userId and a.deleted_at is null
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

    /** Gives the person the role; false when the person has it already. */
    boolean addRole(TenantId tenantId, UserId userId, DirectoryRole role) {
        return jdbc.sql("""
                insert into directory.user_role (tenant_id, user_id, role) values (:tenantId, :userId, :role)
                on conflict do nothing
                """)
                        .param("tenantId", tenantId.value())
                        .param("userId", userId.value())
                        .param("role", role.key())
                        .update()
                == 1;
    }

    /** Takes the role away; false when the person does not have it. */
    boolean removeRole(TenantId tenantId, UserId userId, DirectoryRole role) {
        return jdbc.sql("""
                delete from directory.user_role
                where tenant_id = :tenantId and user_id = :userId and role = :role
                """)
                        .param("tenantId", tenantId.value())
                        .param("userId", userId.value())
                        .param("role", role.key())
                        .update()
                == 1;
    }

    /** Locks everybody of the role; whether somebody beside the person has it. */
    boolean lockOthersWith(TenantId tenantId, UserId userId, Role role) {
        return jdbc
                .sql("""
                        select r.user_id
                        from directory.user_role r
                        join directory.user_account a on a.tenant_id = r.tenant_id and a.user_id = r.user_id
                        where r.tenant_id = :tenantId and r.role = :role and a.deleted_at is null
                        order by r.user_id
                        for update of r, a
                        """)
                .param("tenantId", tenantId.value())
                .param("role", role.key())
                .query((row, number) -> new UserId(row.getObject("user_id", UUID.class)))
                .list()
                .stream()
                .anyMatch(holder -> !holder.equals(userId));
    }

    /** Somebody who was deleted after the moment, and so can come back. */
    Optional<DirectoryUser> findDeleted(TenantId tenantId, UserId userId, Instant after) {
        return jdbc.sql(SELECT + """
                where a.tenant_id = :tenantId and a.user_id = :userId and a.deleted_at > :after
                """)
                .param("tenantId", tenantId.value())
                .param("userId", userId.value())
                .param("after", after.atOffset(ZoneOffset.UTC))
                .query(UserTable::user)
                .optional();
    }

    void delete(TenantId tenantId, UserId userId) {
        jdbc.sql("delete from directory.user_account where tenant_id = :tenantId and user_id = :userId")
                .param("tenantId", tenantId.value())
                .param("userId", userId.value())
                .update();
    }

    static DirectoryUser user(ResultSet row, int number) throws SQLException {
        var roles = (String[]) row.getArray("roles").getArray();
        return new DirectoryUser(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                new UserId(row.getObject("user_id", UUID.class)),
                row.getString("sign_in_name"),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("culture"),
                details(row),
                roles(roles),
                DirectoryRole.of(List.of(roles)),
                row.getBoolean("must_change_password"),
                row.getBoolean("second_factor"),
                instant(row.getTimestamp("sessions_from")),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("deleted_at")));
    }

    private static UserDetails details(ResultSet row) throws SQLException {
        return new UserDetails(
                row.getString("display_name"),
                row.getString("usage_location"),
                row.getString("phone_number"),
                row.getString("immutable_id"));
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
