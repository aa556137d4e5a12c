package oroshi.access;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;

/** All SQL over {@code access.account_link}. */
@Component
class AccountLinkTable {
    private final JdbcClient jdbc;

    AccountLinkTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One account of a person. */
    record Holder(TenantId tenantId, UserId userId) {}

    void insert(Holder one, Holder other, Instant now) {
        jdbc.sql("""
                insert into access.account_link (tenant_id, user_id, other_tenant, other_user, linked_at)
                values (:tenant, :user, :otherTenant, :otherUser, :now), (:otherTenant, :otherUser, :tenant, :user, :now)
                on conflict do nothing
                """)
                .param("tenant", one.tenantId().value())
                .param("user", one.userId().value())
                .param("otherTenant", other.tenantId().value())
                .param("otherUser", other.userId().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Removes both sides of the link; false when there is none. */
    boolean delete(Holder one, Holder other) {
        return jdbc.sql("""
                delete from access.account_link
                 where (tenant_id = :tenant and user_id = :user
                        and other_tenant = :otherTenant and other_user = :otherUser)
                    or (tenant_id = :otherTenant and user_id = :otherUser
                        and other_tenant = :tenant and other_user = :user)
                """)
                        .param("tenant", one.tenantId().value())
                        .param("user", one.userId().value())
                        .param("otherTenant", other.tenantId().value())
                        .param("otherUser", other.userId().value())
                        .update()
                > 0;
    }

    /** The other accounts, the earliest link first. */
    List<Holder> list(Holder one) {
        return jdbc.sql("""
                select other_tenant, other_user from access.account_link
                 where tenant_id = :tenant and user_id = :user
                 order by linked_at, other_tenant, other_user
                """)
                .param("tenant", one.tenantId().value())
                .param("user", one.userId().value())
                .query((row, number) -> new Holder(
                        new TenantId(row.getObject("other_tenant", UUID.class)),
                        new UserId(row.getObject("other_user", UUID.class))))
                .list();
    }
}
