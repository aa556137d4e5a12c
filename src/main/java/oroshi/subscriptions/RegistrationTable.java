package oroshi.subscriptions;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;

/** All SQL over {@code subscriptions.registration}. */
@Component
class RegistrationTable {
    private final JdbcClient jdbc;

    RegistrationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the registration; false when there is one already. */
    boolean insert(PartnerId partnerId, SubscriptionId subscriptionId, Instant at) {
        return jdbc.sql("""
                insert into subscriptions.registration (partner_id, subscription_id, registered_at)
                values (:partnerId, :subscriptionId, :at)
                on conflict (partner_id, subscription_id) do nothing
                """)
                        .param("partnerId", partnerId.value())
                        .param("subscriptionId", subscriptionId.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean exists(PartnerId partnerId, SubscriptionId subscriptionId) {
        return jdbc.sql("""
                select exists (
                    select from subscriptions.registration
                    where partner_id = :partnerId and subscription_id = :subscriptionId)
                """)
                .param("partnerId", partnerId.value())
                .param("subscriptionId", subscriptionId.value())
                .query((row, number) -> row.getBoolean(1))
                .single();
    }
}
