package oroshi.directory;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.Cloud;
import oroshi.basics.TenantId;
import oroshi.database.Writes;

/** All SQL over {@code directory.domain}. */
@Component
class DomainTable {
    static final Duration HELD_AFTER_DELETION = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Writes writes;

    DomainTable(JdbcClient jdbc, Writes writes) {
        this.jdbc = jdbc;
        this.writes = writes;
    }

    /** Takes the name as the tenant's first domain; another tenant may hold it, which only the key can decide. */
    void hold(String name, Cloud cloud, TenantId tenantId, Instant now, Runnable onTaken) {
        hold(name, cloud, tenantId, "initial", now, null, onTaken);
    }

    /** Takes the name as a domain of the tenant's own; another tenant may hold it. */
    void holdOwn(
            String name, Cloud cloud, TenantId tenantId, Instant now, @Nullable String particulars, Runnable onTaken) {
        hold(name, cloud, tenantId, "verified", now, particulars, onTaken);
    }

    /** The same of a domain whose people prove elsewhere who they are. */
    void holdFederated(String name, Cloud cloud, TenantId tenantId, Instant now, String particulars, Runnable onTaken) {
        hold(name, cloud, tenantId, "federated", now, particulars, onTaken);
    }

    private void hold(
            String name,
            Cloud cloud,
            TenantId tenantId,
            String kind,
            Instant now,
            @Nullable String particulars,
            Runnable onTaken) {
        var values = new MapSqlParameterSource()
                .addValue("name", name)
                .addValue("cloud", cloud.name())
                .addValue("tenantId", tenantId.value())
                .addValue("kind", kind)
                .addValue("particulars", particulars)
                .addValue("now", now.atOffset(ZoneOffset.UTC));
        writes.add("""
                insert into directory.domain (name, cloud, tenant_id, kind, added_at, particulars)
                values (:name, :cloud, :tenantId, :kind, :now, :particulars::jsonb)
                on conflict (name, cloud) do update
                set tenant_id = excluded.tenant_id, kind = excluded.kind, added_at = excluded.added_at, held_until = null,
                    particulars = excluded.particulars
                where domain.held_until < excluded.added_at
                """, values, held -> {
            if (held == 0) {
                onTaken.run();
            }
        });
    }

    /** Which of the names somebody holds; a deleted tenant's names count until they are let go. */
    Set<String> taken(Cloud cloud, List<String> names, Instant now) {
        return new HashSet<>(jdbc.sql("""
                select name
                from directory.domain
                where name = any(:names) and cloud = :cloud and (held_until is null or held_until >= :now)
                """)
                .param("names", names.toArray(String[]::new))
                .param("cloud", cloud.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getString("name"))
                .list());
    }

    Optional<TenantId> holder(String name) {
        return jdbc.sql("""
                select tenant_id
                from directory.domain
                where name = :name and held_until is null
                order by cloud
                limit 1
                """).param("name", name).query(UUID.class).optional().map(TenantId::new);
    }

    List<String> of(TenantId tenantId) {
        return of(tenantId, "initial", "verified", "federated");
    }

    /** Those at which people have their passwords here. */
    List<String> managed(TenantId tenantId) {
        return of(tenantId, "initial", "verified");
    }

    private List<String> of(TenantId tenantId, String... kinds) {
        return jdbc.sql("""
                select name
                from directory.domain
                where tenant_id = :tenantId and held_until is null and kind = any(:kinds)
                order by kind = 'initial' desc, name
                """)
                .param("tenantId", tenantId.value())
                .param("kinds", kinds)
                .query((row, number) -> row.getString("name"))
                .list();
    }

    void release(TenantId tenantId, Instant heldUntil) {
        jdbc.sql("update directory.domain set held_until = :heldUntil where tenant_id = :tenantId")
                .param("heldUntil", heldUntil.atOffset(ZoneOffset.UTC))
                .param("tenantId", tenantId.value())
                .update();
    }
}
