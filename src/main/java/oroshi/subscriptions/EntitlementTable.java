package oroshi.subscriptions;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;

/** All SQL over {@code subscriptions.shut_down_entitlement}. */
@Component
class EntitlementTable {
    /** So long it takes until a shut-down has taken effect. */
    static final Duration EFFECT = Duration.ofMinutes(10);

    private final JdbcClient jdbc;

    EntitlementTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the entitlement below the plan is in use at the moment. */
    boolean isActive(Subscription plan, Instant now) {
        return plan.status() == SubscriptionStatus.ACTIVE
                && find(plan.partnerId(), plan.id())
                        .filter(at -> !at.isAfter(now.minus(EFFECT)))
                        .isEmpty();
    }

    /** When the entitlement was shut down, if it was. */
    private Optional<Instant> find(PartnerId partnerId, SubscriptionId id) {
        return jdbc.sql("""
                select shut_down_at from subscriptions.shut_down_entitlement
                where partner_id = :partnerId and subscription_id = :id
                """)
                .param("partnerId", partnerId.value())
                .param("id", id.value())
                .query((row, number) ->
                        row.getObject("shut_down_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Notes that the entitlement was shut down; false when it was before. */
    boolean insert(PartnerId partnerId, SubscriptionId id, Instant at) {
        return jdbc.sql("""
                insert into subscriptions.shut_down_entitlement (partner_id, subscription_id, shut_down_at)
                values (:partnerId, :id, :at)
                on conflict (partner_id, subscription_id) do nothing
                """)
                        .param("partnerId", partnerId.value())
                        .param("id", id.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Forgets that it was shut down by the moment; false when it was not, or somebody was faster. */
    boolean delete(PartnerId partnerId, SubscriptionId id, Instant by) {
        return jdbc.sql("""
                delete from subscriptions.shut_down_entitlement
                where partner_id = :partnerId and subscription_id = :id and shut_down_at <= :by
                """)
                        .param("partnerId", partnerId.value())
                        .param("id", id.value())
                        .param("by", by.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
