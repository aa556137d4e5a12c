package oroshi.subscriptions;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;

/** All SQL over {@code subscriptions.overage}. */
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

    /** False when there was none. */
    boolean delete(PartnerId partnerId, CustomerId customerId) {
        return jdbc.sql("delete from subscriptions.overage where partner_id = :partnerId and customer_id = :customerId")
                        .param("partnerId", partnerId.value())
                        .param("customerId", customerId.value())
                        .update()
                == 1;
    }
}
