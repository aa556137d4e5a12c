package oroshi.relationships;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;

/** All SQL that a sandbox's indirect resellers need beside that of partnerships. */
@Component
class SandboxResellerTable {
    private final JdbcClient jdbc;

    SandboxResellerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The customers that the reseller serves with the provider, or with anybody and alone. */
    List<CustomerId> listCustomers(PartnerId reseller, PartnerId provider, boolean ofAnybody) {
        return jdbc.sql("""
                select customer_id
                  from relationships.customer_relationship
                 where partner_id = :reseller and ended_at is null and (:ofAnybody or provider_id = :provider)
                 order by customer_id
                 limit 100
                """)
                .param("reseller", reseller.value())
                .param("provider", provider.value())
                .param("ofAnybody", ofAnybody)
                .query((row, number) -> new CustomerId(row.getObject("customer_id", UUID.class)))
                .list();
    }

    /** Deletes every row of the reseller, its directory included; the database checks again that it may. */
    void erase(PartnerId provider, PartnerId reseller) {
        jdbc.sql("select relationships.erase_reseller(:provider, :reseller)::text")
                .param("provider", provider.value())
                .param("reseller", reseller.value())
                .query((row, number) -> true)
                .single();
    }
}
