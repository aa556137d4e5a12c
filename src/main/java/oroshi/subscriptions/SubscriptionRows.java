package oroshi.subscriptions;

import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import oroshi.basics.CustomerId;
import oroshi.basics.OrderId;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.ItemKind;
import oroshi.catalog.LocalizedText;
import oroshi.catalog.Term;
import oroshi.database.Columns;

/** How a subscription stands in its row. */
final class SubscriptionRows {
    private static final String SHARED = "SHARED";
    private static final String SINGLE = "SINGLE";

    private SubscriptionRows() {}

    static MapSqlParameterSource parameters(Subscription subscription) {
        var item = subscription.item();
        var commitment = subscription.commitment();
        return new MapSqlParameterSource()
                .addValue("partnerId", subscription.partnerId().value())
                .addValue("id", subscription.id().value())
                .addValue("customerId", subscription.customerId().value())
                .addValue("orderId", subscription.orderId().value())
                .addValue("orderNumber", subscription.orderNumber())
                .addValue("country", subscription.country())
                .addValue("itemId", item.id())
                .addValue("itemKey", item.key())
                .addValue("isLegacy", item.isLegacy())
                .addValue("kind", item.kind().name())
                .addValue("titleEn", item.title().english())
                .addValue("titleJa", item.title().japanese())
                .addValue("unitType", item.unitType())
                .addValue("publisherName", item.publisherName())
                .addValue("isOperatorProduct", item.isOperatorProduct())
                .addValue("isTrial", item.isTrial())
                .addValue("isAddOn", item.isAddOn())
                .addValue("friendlyName", subscription.friendlyName())
                .addValue("quantity", subscription.quantity())
                .addValue("term", commitment.term().wire())
                .addValue("billingCycle", commitment.billingCycle().name())
                .addValue("startedAt", commitment.startedAt().atOffset(ZoneOffset.UTC))
                .addValue("startsOn", commitment.startsOn())
                .addValue("lastDay", commitment.lastDay().orElse(null))
                .addValue("currency", subscription.unitPrice().getCurrencyUnit().getCode())
                .addValue("unitPrice", subscription.unitPrice().getAmount())
                .addValue(
                        "parentId",
                        subscription.parent().map(SubscriptionId::value).orElse(null))
                .addValue("resellerMpnId", subscription.resellerMpnId().orElse(null))
                .addValue("promotionId", subscription.promotionId().orElse(null))
                .addValue(
                        "renewalTerm",
                        subscription.renewalTerm().map(Term::wire).orElse(null))
                .addValues(nextTerm(subscription.upcoming().nextTerm()))
                .addValues(nextCharge(subscription.upcoming().nextCharge()))
                .addValues(benefit(subscription.benefit()))
                .addValue("status", subscription.status().name())
                .addValue("renewsItself", subscription.renewsItself())
                .addValue("resellerRemoved", subscription.resellerRemoved())
                .addValue("dueOn", subscription.dueOn().orElse(null))
                .addValue("cycleOn", subscription.cycleOn().orElse(null))
                .addValue("batchQuantities", quantities(subscription.batches()))
                .addValue("batchOpenedAt", openings(subscription.batches()))
                .addValue("failure", subscription.failure().orElse(null))
                .addValue("createdAt", subscription.createdAt().atOffset(ZoneOffset.UTC))
                .addValue("version", subscription.version());
    }

    /** The same of many subscriptions of a partner as columns; the partner stands alone. */
    static SqlParameterSource columns(List<Subscription> subscriptions) {
        return Columns.of(
                        subscriptions.stream().map(SubscriptionRows::parameters).toList())
                .addValue("partnerId", subscriptions.getFirst().partnerId().value());
    }

    static Subscription subscription(ResultSet row, int number) throws SQLException {
        return new Subscription(
                new SubscriptionId(row.getObject("subscription_id", UUID.class)),
                new PartnerId(row.getObject("partner_id", UUID.class)),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getString("order_number"),
                row.getString("country"),
                item(row),
                row.getString("friendly_name"),
                row.getInt("quantity"),
                commitment(row),
                money(row, "unit_price"),
                Optional.ofNullable(row.getObject("parent_id", UUID.class)).map(SubscriptionId::new),
                Optional.ofNullable(row.getString("reseller_mpn_id")),
                row.getBoolean("reseller_removed"),
                Optional.ofNullable(row.getString("promotion_id")),
                Optional.ofNullable(row.getString("renewal_term")).flatMap(Term::find),
                new Upcoming(nextTerm(row), nextCharge(row)),
                benefit(row),
                batches(row),
                new Standing(
                        SubscriptionStatus.valueOf(row.getString("status")),
                        row.getBoolean("renews_itself"),
                        Optional.ofNullable(row.getObject("due_on", LocalDate.class)),
                        Optional.ofNullable(row.getObject("cycle_on", LocalDate.class))),
                Optional.ofNullable(row.getString("failure")),
                instant(row, "created_at"),
                row.getLong("version"));
    }

    private static Map<String, @Nullable Object> nextTerm(Optional<NextTerm> next) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("nextItem", next.map(NextTerm::itemId).orElse(null));
        values.put("nextQuantity", next.map(NextTerm::quantity).orElse(null));
        values.put("nextTerm", next.map(terms -> terms.term().wire()).orElse(null));
        values.put("nextCycle", next.map(terms -> terms.billingCycle().name()).orElse(null));
        values.put("nextPromotion", next.flatMap(NextTerm::promotionId).orElse(null));
        values.put("nextLastDay", next.flatMap(NextTerm::lastDay).orElse(null));
        return values;
    }

    private static Optional<NextTerm> nextTerm(ResultSet row) throws SQLException {
        var item = row.getString("next_item_id");
        return item == null
                ? Optional.empty()
                : Optional.of(new NextTerm(
                        item,
                        row.getInt("next_quantity"),
                        Term.find(row.getString("next_term")).orElseThrow(),
                        BillingCycle.valueOf(row.getString("next_cycle")),
                        Optional.ofNullable(row.getString("next_promotion_id")),
                        Optional.ofNullable(row.getObject("next_last_day", LocalDate.class))));
    }

    private static Map<String, @Nullable Object> nextCharge(Optional<NextCharge> next) {
        var values = new HashMap<String, @Nullable Object>();
        values.put(
                "chargeCycle", next.map(charge -> charge.billingCycle().name()).orElse(null));
        values.put(
                "chargePrice",
                next.map(charge -> charge.unitPrice().getAmount()).orElse(null));
        values.put("chargePromotion", next.flatMap(NextCharge::promotionId).orElse(null));
        return values;
    }

    private static Optional<NextCharge> nextCharge(ResultSet row) throws SQLException {
        var cycle = row.getString("charge_cycle");
        return cycle == null
                ? Optional.empty()
                : Optional.of(new NextCharge(
                        BillingCycle.valueOf(cycle),
                        money(row, "charge_price"),
                        Optional.ofNullable(row.getString("charge_promotion_id"))));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return Money.of(
                CurrencyUnit.of(row.getString("currency")), row.getBigDecimal(column), RoundingMode.UNNECESSARY);
    }

    private static Map<String, @Nullable Object> benefit(Optional<Benefit> benefit) {
        var commitment = benefit.flatMap(Benefit::commitment);
        var values = new HashMap<String, @Nullable Object>();
        values.put(
                "benefitScope",
                benefit.map(found -> found.isShared() ? SHARED : SINGLE).orElse(null));
        values.put(
                "benefitSubscription", benefit.flatMap(Benefit::subscriptionId).orElse(null));
        values.put("benefitEntitlement", benefit.flatMap(Benefit::entitlementId).orElse(null));
        values.put(
                "commitmentAmount", commitment.map(PurchaseCommitment::amount).orElse(null));
        values.put(
                "commitmentCurrency",
                commitment.map(PurchaseCommitment::currency).orElse(null));
        values.put("commitmentGrain", commitment.map(PurchaseCommitment::grain).orElse(null));
        return values;
    }

    private static Optional<Benefit> benefit(ResultSet row) throws SQLException {
        var scope = row.getString("benefit_scope");
        return scope == null
                ? Optional.empty()
                : Optional.of(new Benefit(
                        scope.equals(SHARED),
                        Optional.ofNullable(row.getString("benefit_subscription")),
                        Optional.ofNullable(row.getString("benefit_entitlement")),
                        committed(row)));
    }

    private static Optional<PurchaseCommitment> committed(ResultSet row) throws SQLException {
        var amount = row.getBigDecimal("commitment_amount");
        return amount == null
                ? Optional.empty()
                : Optional.of(new PurchaseCommitment(
                        amount, row.getString("commitment_currency"), row.getString("commitment_grain")));
    }

    private static Integer[] quantities(SeatBatches batches) {
        return batches.all().stream().map(SeatBatches.Batch::quantity).toArray(Integer[]::new);
    }

    private static String[] openings(SeatBatches batches) {
        return batches.all().stream().map(batch -> batch.openedAt().toString()).toArray(String[]::new);
    }

    private static SeatBatches batches(ResultSet row) throws SQLException {
        var quantities = (Integer[]) row.getArray("batch_quantities").getArray();
        var openings = (Timestamp[]) row.getArray("batch_opened_at").getArray();
        var found = new ArrayList<SeatBatches.Batch>();
        for (var position = 0; position < quantities.length; position++) {
            found.add(new SeatBatches.Batch(quantities[position], openings[position].toInstant()));
        }
        return new SeatBatches(found);
    }

    private static SubscribedItem item(ResultSet row) throws SQLException {
        return new SubscribedItem(
                row.getString("item_id"),
                row.getString("item_key"),
                row.getBoolean("is_legacy"),
                ItemKind.valueOf(row.getString("kind")),
                new LocalizedText(row.getString("title_en"), row.getString("title_ja")),
                row.getString("unit_type"),
                row.getString("publisher_name"),
                row.getBoolean("is_operator_product"),
                row.getBoolean("is_trial"),
                row.getBoolean("is_add_on"));
    }

    private static Commitment commitment(ResultSet row) throws SQLException {
        return new Commitment(
                Term.find(row.getString("term")).orElseThrow(),
                BillingCycle.valueOf(row.getString("billing_cycle")),
                instant(row, "started_at"),
                row.getObject("starts_on", LocalDate.class),
                Optional.ofNullable(row.getObject("last_day", LocalDate.class)));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
