package oroshi.subscriptions;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;

/** All SQL over {@code subscriptions.departure}. */
@Component
class DepartureTable {
    private final JdbcClient jdbc;

    DepartureTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that the subscription is on its way; false when it is, or went, already. */
    boolean insert(PartnerId partnerId, CustomerId customerId, SubscriptionId id, Instant now) {
        return jdbc.sql("""
                insert into subscriptions.departure (partner_id, subscription_id, customer_id, left_at)
                values (:partnerId, :id, :customerId, :now)
                on conflict (partner_id, subscription_id) do nothing
                """)
                        .param("partnerId", partnerId.value())
                        .param("id", id.value())
                        .param("customerId", customerId.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean exists(PartnerId partnerId, SubscriptionId id) {
        return jdbc.sql("""
                select 1 from subscriptions.departure where partner_id = :partnerId and subscription_id = :id
                """)
                .param("partnerId", partnerId.value())
                .param("id", id.value())
                .query((row, number) -> row.getInt(1))
                .optional()
                .isPresent();
    }

    void arrive(PartnerId partnerId, SubscriptionId id, SubscriptionId successor) {
        jdbc.sql("""
                update subscriptions.departure set successor_id = :successor
                where partner_id = :partnerId and subscription_id = :id
                """)
                .param("partnerId", partnerId.value())
                .param("id", id.value())
                .param("successor", successor.value())
                .update();
    }

    void delete(PartnerId partnerId, SubscriptionId id) {
        jdbc.sql("""
                delete from subscriptions.departure
                where partner_id = :partnerId and subscription_id = :id and successor_id is null
                """)
                .param("partnerId", partnerId.value())
                .param("id", id.value())
                .update();
    }

    /** Those of the customer that have arrived, by what they became. */
    Map<SubscriptionId, SubscriptionId> listArrived(PartnerId partnerId, CustomerId customerId) {
        var found = new HashMap<SubscriptionId, SubscriptionId>();
        jdbc.sql("""
                select subscription_id, successor_id from subscriptions.departure
                where partner_id = :partnerId and customer_id = :customerId and successor_id is not null
                """)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .query((row, number) -> Map.entry(
                        new SubscriptionId(row.getObject("successor_id", UUID.class)),
                        new SubscriptionId(row.getObject("subscription_id", UUID.class))))
                .list()
                .forEach(arrived -> found.put(arrived.getKey(), arrived.getValue()));
        return found;
    }
}
