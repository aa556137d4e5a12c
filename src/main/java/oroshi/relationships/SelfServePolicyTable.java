package oroshi.relationships;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;

/** All SQL over {@code relationships.self_serve_policy}. */
@Component
class SelfServePolicyTable {
    private final JdbcClient jdbc;

    SelfServePolicyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the policy; false when the partner has one for the customer. */
    boolean insert(SelfServePolicy policy, Instant changedAt) {
        return jdbc.sql("""
                insert into relationships.self_serve_policy (partner_id, customer_id, permissions, version, changed_at)
                values (:partnerId, :customerId, :permissions, :version, :changedAt)
                on conflict (partner_id, customer_id) do nothing
                """)
                        .param("partnerId", policy.grantor().value())
                        .param("customerId", policy.customerId().value())
                        .param("permissions", names(policy))
                        .param("version", policy.version())
                        .param("changedAt", changedAt.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Replaces the permissions of the version that was seen; false when it is no longer there. */
    boolean update(SelfServePolicy policy, UUID seen, Instant changedAt) {
        return jdbc.sql("""
                update relationships.self_serve_policy
                   set permissions = :permissions, version = :version, changed_at = :changedAt
                 where partner_id = :partnerId and customer_id = :customerId and version = :seen
                """)
                        .param("partnerId", policy.grantor().value())
                        .param("customerId", policy.customerId().value())
                        .param("permissions", names(policy))
                        .param("version", policy.version())
                        .param("changedAt", changedAt.atOffset(ZoneOffset.UTC))
                        .param("seen", seen)
                        .update()
                == 1;
    }

    /** Deletes the policy and answers what it was. */
    Optional<SelfServePolicy> delete(PartnerId partnerId, CustomerId customerId) {
        return jdbc.sql("""
                delete from relationships.self_serve_policy
                 where partner_id = :partnerId and customer_id = :customerId
                returning partner_id, customer_id, permissions, version
                """)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .query((row, number) -> policy(row))
                .optional();
    }

    Optional<SelfServePolicy> find(PartnerId partnerId, CustomerId customerId) {
        return jdbc.sql("""
                select partner_id, customer_id, permissions, version
                  from relationships.self_serve_policy
                 where partner_id = :partnerId and customer_id = :customerId
                """)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .query((row, number) -> policy(row))
                .optional();
    }

    private static String[] names(SelfServePolicy policy) {
        return policy.ordered().stream().map(SelfServePermission::name).toArray(String[]::new);
    }

    private static SelfServePolicy policy(ResultSet row) throws SQLException {
        return new SelfServePolicy(
                new PartnerId(row.getObject("partner_id", UUID.class)),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                Arrays.stream((String[]) row.getArray("permissions").getArray())
                        .map(SelfServePermission::valueOf)
                        .collect(Collectors.toSet()),
                row.getObject("version", UUID.class));
    }
}
