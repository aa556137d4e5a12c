package oroshi.customers;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.TenantId;
import tools.jackson.databind.json.JsonMapper;

/** All SQL over {@code customers.company}. */
@Component
class CompanyTable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    CompanyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<CustomerEntry> find(TenantId tenantId) {
        return jdbc.sql("select entry from customers.company where tenant_id = :tenantId")
                .param("tenantId", tenantId.value())
                .query((row, number) -> JSON.readValue(row.getString("entry"), CustomerEntry.class))
                .optional();
    }

    void put(TenantId tenantId, CustomerEntry entry, Instant now) {
        jdbc.sql("""
                insert into customers.company (tenant_id, entry, saved_at)
                values (:tenantId, :entry::jsonb, :now)
                on conflict (tenant_id) do update set entry = excluded.entry, saved_at = excluded.saved_at
                """)
                .param("tenantId", tenantId.value())
                .param("entry", JSON.writeValueAsString(entry))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
