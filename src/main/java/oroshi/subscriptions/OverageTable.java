package oroshi.subscriptions;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;
import oroshi.basics.TenantId;

/** All SQL over {@code subscriptions.overage} and {@code subscriptions.overage_holder}. */
@Component
class OverageTable {
    private final JdbcClient jdbc;

    OverageTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Overage> find(PartnerId partnerId, CustomerId customerId) {
        return jdbc.sql("""
                select entitlement_id, reseller_mpn_id from subscriptions.overage
                where partner_id = :partnerId and customer_id = :customerId
                """)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .query((row, number) -> new Overage(
                        new SubscriptionId(row.getObject("entitlement_id", UUID.class)),
                        Optional.ofNullable(row.getString("reseller_mpn_id"))))
                .optional();
    }

    void put(PartnerId partnerId, CustomerId customerId, Overage overage) {
        jdbc.sql("""
                insert into subscriptions.overage (partner_id, customer_id, entitlement_id, reseller_mpn_id)
                values (:partnerId, :customerId, :entitlement, :reseller)
                on conflict (partner_id, customer_id)
                do update set entitlement_id = excluded.entitlement_id, reseller_mpn_id = excluded.reseller_mpn_id
                """)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .param("entitlement", overage.entitlementId().value())
                .param("reseller", overage.reseller().orElse(null))
                .update();
    }

    /** The partner that the customer's use is charged through. */
    Optional<PartnerId> findHolder(TenantId tenantId) {
        return jdbc.sql("select holder_id from subscriptions.overage_holder where tenant_id = :tenantId")
                .param("tenantId", tenantId.value())
                .query((row, number) -> new PartnerId(row.getObject("holder_id", UUID.class)))
                .optional();
    }

    /** Makes the partner the one; false when it is another that still serves the customer. */
    boolean hold(TenantId tenantId, PartnerId partnerId, Collection<PartnerId> serving) {
        return jdbc.sql("""
                insert into subscriptions.overage_holder (tenant_id, holder_id) values (:tenantId, :partnerId)
                on conflict (tenant_id) do update set holder_id = excluded.holder_id
                where overage_holder.holder_id = excluded.holder_id
                    or overage_holder.holder_id <> all (cast(:serving as uuid[]))
                """)
                        .param("tenantId", tenantId.value())
                        .param("partnerId", partnerId.value())
                        .param(
                                "serving",
                                serving.stream().map(PartnerId::toString).toArray(String[]::new))
                        .update()
                == 1;
    }

    void release(TenantId tenantId, PartnerId partnerId) {
        jdbc.sql("""
                delete from subscriptions.overage_holder where tenant_id = :tenantId and holder_id = :partnerId
                """)
                .param("tenantId", tenantId.value())
                .param("partnerId", partnerId.value())
                .update();
    }

    /** False when there was none. */
    boolean delete(PartnerId partnerId, CustomerId customerId) {
        return jdbc.sql("delete from subscriptions.overage where partner_id = :partnerId and customer_id = :customerId")
                        .param("partnerId", partnerId.value())
                        .param("customerId", customerId.value())
                        .update()
                == 1;
    }
}
