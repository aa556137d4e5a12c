package oroshi.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
                    a.must_change_password, a.totp_confirmed_at is not null as second_factor, a.created_at,
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
                    a.must_change_password, a.totp_confirmed_at is not null as second_factor, a.created_at,
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
                row.getTimestamp("created_at").toInstant());
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
