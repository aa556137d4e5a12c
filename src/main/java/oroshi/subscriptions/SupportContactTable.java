package oroshi.subscriptions;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;

/** All SQL over {@code subscriptions.support_contact}. */
@Component
class SupportContactTable {
    private final JdbcClient jdbc;

    SupportContactTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<PartnerId> find(PartnerId partnerId, SubscriptionId subscriptionId) {
        return jdbc.sql("""
                select supporter_id from subscriptions.support_contact
                where partner_id = :partnerId and subscription_id = :subscriptionId
                """)
                .param("partnerId", partnerId.value())
                .param("subscriptionId", subscriptionId.value())
                .query((row, number) -> new PartnerId(row.getObject("supporter_id", UUID.class)))
                .optional();
    }

    void put(PartnerId partnerId, SubscriptionId subscriptionId, PartnerId supporter) {
        jdbc.sql("""
                insert into subscriptions.support_contact (partner_id, subscription_id, supporter_id)
                values (:partnerId, :subscriptionId, :supporterId)
                on conflict (partner_id, subscription_id) do update set supporter_id = excluded.supporter_id
                """)
                .param("partnerId", partnerId.value())
                .param("subscriptionId", subscriptionId.value())
                .param("supporterId", supporter.value())
                .update();
    }
}
