package oroshi.subscriptions;

import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;
import oroshi.database.Columns;
import oroshi.database.Writes;

/** All SQL over {@code subscriptions.charge_fact}: rows are added and read, nothing else. */
@Component
class ChargeFactTable {
    private final JdbcClient jdbc;
    private final Writes writes;

    ChargeFactTable(JdbcClient jdbc, Writes writes) {
        this.jdbc = jdbc;
        this.writes = writes;
    }

    /** Stores all of them with one statement. */
    void insert(List<ChargeFact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        writes.add("""
                insert into subscriptions.charge_fact (
                    partner_id, fact_id, subscription_id, customer_id, reason, reference_id, quantity, from_day, to_day,
                    cycle_days, currency, unit_price, amount, term_starts_on, reseller_mpn_id, recorded_at)
                select * from unnest(
                    cast(:partnerId as uuid[]), cast(:id as uuid[]), cast(:subscriptionId as uuid[]),
                    cast(:customerId as uuid[]), cast(:reason as text[]), cast(:referenceId as uuid[]),
                    cast(:quantity as integer[]), cast(:fromDay as date[]), cast(:toDay as date[]),
                    cast(:cycleDays as integer[]), cast(:currency as text[]), cast(:unitPrice as numeric[]),
                    cast(:amount as numeric[]), cast(:termStartsOn as date[]), cast(:reseller as text[]),
                    cast(:recordedAt as timestamptz[]))
                """, Columns.of(facts.stream().map(ChargeFactTable::row).toList()));
    }

    /** Everything that was charged for the subscription, in the order in which it was recorded. */
    List<ChargeFact> list(PartnerId partnerId, SubscriptionId subscriptionId) {
        return jdbc.sql("""
                select partner_id, fact_id, subscription_id, customer_id, reason, reference_id, quantity, from_day,
                    to_day, cycle_days, currency, unit_price, amount, term_starts_on, reseller_mpn_id, recorded_at
                from subscriptions.charge_fact
                where partner_id = :partnerId and subscription_id = :subscriptionId
                order by fact_id
                """)
                .param("partnerId", partnerId.value())
                .param("subscriptionId", subscriptionId.value())
                .query((row, number) -> fact(row))
                .list();
    }

    private static MapSqlParameterSource row(ChargeFact fact) {
        return new MapSqlParameterSource()
                .addValue("partnerId", fact.partnerId().value())
                .addValue("id", fact.id())
                .addValue("subscriptionId", fact.subscriptionId().value())
                .addValue("customerId", fact.customerId().value())
                .addValue("reason", fact.reason().name())
                .addValue("referenceId", fact.referenceId())
                .addValue("quantity", fact.quantity())
                .addValue("fromDay", fact.from())
                .addValue("toDay", fact.to().orElse(null))
                .addValue("cycleDays", fact.cycleDays())
                .addValue("currency", fact.unitPrice().getCurrencyUnit().getCode())
                .addValue("unitPrice", fact.unitPrice().getAmount())
                .addValue("amount", fact.amount().getAmount())
                .addValue("termStartsOn", fact.termStartsOn())
                .addValue("reseller", fact.reseller())
                .addValue("recordedAt", fact.recordedAt().atOffset(ZoneOffset.UTC));
    }

    private static ChargeFact fact(ResultSet row) throws SQLException {
        return new ChargeFact(
                new PartnerId(row.getObject("partner_id", UUID.class)),
                row.getObject("fact_id", UUID.class),
                new SubscriptionId(row.getObject("subscription_id", UUID.class)),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                ChargeReason.valueOf(row.getString("reason")),
                row.getObject("reference_id", UUID.class),
                row.getInt("quantity"),
                row.getObject("from_day", LocalDate.class),
                Optional.ofNullable(row.getObject("to_day", LocalDate.class)),
                row.getInt("cycle_days"),
                money(row, "unit_price"),
                money(row, "amount"),
                row.getObject("term_starts_on", LocalDate.class),
                row.getString("reseller_mpn_id"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return Money.of(
                CurrencyUnit.of(row.getString("currency")), row.getBigDecimal(column), RoundingMode.UNNECESSARY);
    }
}
