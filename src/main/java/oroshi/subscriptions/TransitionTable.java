package oroshi.subscriptions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;

/** All SQL over {@code subscriptions.transition}. */
@Component
class TransitionTable {
    private final JdbcClient jdbc;

    TransitionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Transition transition) {
        jdbc.sql("""
                insert into subscriptions.transition (
                    partner_id, transition_id, customer_id, subscription_id, from_item_id, to_item_id,
                    to_subscription_id, quantity, term, billing_cycle, type, promotion_id, license_error, happened_at)
                values (
                    :partnerId, :id, :customerId, :subscriptionId, :from, :to,
                    :target, :quantity, :term, :billingCycle, :type, :promotionId, :licenseError, :happenedAt)
                """)
                .param("partnerId", transition.partnerId().value())
                .param("id", transition.id())
                .param("customerId", transition.customerId().value())
                .param("subscriptionId", transition.subscriptionId().value())
                .param("from", transition.from())
                .param("to", transition.to())
                .param("target", transition.target().map(SubscriptionId::value).orElse(null))
                .param("quantity", transition.quantity())
                .param("term", transition.term().map(Term::wire).orElse(null))
                .param("billingCycle", transition.billingCycle().map(Enum::name).orElse(null))
                .param("type", transition.type().name())
                .param("promotionId", transition.promotionId().orElse(null))
                .param("licenseError", transition.licenseError().map(Enum::name).orElse(null))
                .param("happenedAt", transition.happenedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those that began at the subscription, the earliest first. */
    List<Transition> list(PartnerId partnerId, SubscriptionId subscriptionId) {
        return jdbc.sql("""
                select partner_id, transition_id, customer_id, subscription_id, from_item_id, to_item_id,
                    to_subscription_id, quantity, term, billing_cycle, type, promotion_id, license_error, happened_at
                from subscriptions.transition
                where partner_id = :partnerId and subscription_id = :subscriptionId
                order by transition_id
                """)
                .param("partnerId", partnerId.value())
                .param("subscriptionId", subscriptionId.value())
                .query(TransitionTable::transition)
                .list();
    }

    private static Transition transition(ResultSet row, int number) throws SQLException {
        return new Transition(
                row.getObject("transition_id", UUID.class),
                new PartnerId(row.getObject("partner_id", UUID.class)),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                new SubscriptionId(row.getObject("subscription_id", UUID.class)),
                row.getString("from_item_id"),
                row.getString("to_item_id"),
                Optional.ofNullable(row.getObject("to_subscription_id", UUID.class))
                        .map(SubscriptionId::new),
                row.getInt("quantity"),
                Optional.ofNullable(row.getString("term")).flatMap(Term::find),
                Optional.ofNullable(row.getString("billing_cycle")).map(BillingCycle::valueOf),
                TransitionType.valueOf(row.getString("type")),
                Optional.ofNullable(row.getString("promotion_id")),
                Optional.ofNullable(row.getString("license_error")).map(TransitionError::valueOf),
                row.getObject("happened_at", OffsetDateTime.class).toInstant());
    }
}
