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
import java.util.Collection;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.OrderId;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.ItemKind;
import oroshi.catalog.LocalizedText;
import oroshi.catalog.Term;
import oroshi.database.Writes;

/** All SQL over {@code subscriptions.subscription}. */
@Component
class SubscriptionTable {
    private static final String SHARED = "SHARED";
    private static final String SINGLE = "SINGLE";

    private static final String SELECT = """
            select partner_id, subscription_id, customer_id, order_id, order_number, country, item_id, item_key,
                is_legacy, kind, title_en, title_ja, unit_type, publisher_name, is_operator_product, is_trial, is_add_on,
                friendly_name, quantity, term, billing_cycle, started_at, starts_on, last_day, currency, unit_price,
                parent_id, reseller_mpn_id, reseller_removed, promotion_id, renewal_term, benefit_scope, benefit_subscription,
                benefit_entitlement, commitment_amount, commitment_currency, commitment_grain, status, renews_itself,
                due_on, batch_quantities, batch_opened_at, failure, created_at, version
            from subscriptions.subscription
            """;

    private static final String UPDATE = """
            update subscriptions.subscription
            set item_id = :itemId, item_key = :itemKey, title_en = :titleEn, title_ja = :titleJa,
                unit_type = :unitType, publisher_name = :publisherName, is_operator_product = :isOperatorProduct,
                is_trial = :isTrial, friendly_name = :friendlyName, quantity = :quantity, term = :term,
                billing_cycle = :billingCycle, started_at = :startedAt, starts_on = :startsOn, last_day = :lastDay,
                unit_price = :unitPrice, renewal_term = :renewalTerm, reseller_mpn_id = :resellerMpnId, reseller_removed = :resellerRemoved,
                status = :status, renews_itself = :renewsItself, due_on = :dueOn, batch_quantities = :batchQuantities,
                batch_opened_at = cast(:batchOpenedAt as timestamptz[]), version = version + 1
            where partner_id = :partnerId and subscription_id = :id and version = :version
            """;

    private final JdbcClient jdbc;
    private final Writes writes;

    SubscriptionTable(JdbcClient jdbc, Writes writes) {
        this.jdbc = jdbc;
        this.writes = writes;
    }

    /** Stores all of them with one statement. */
    void insert(List<Subscription> subscriptions) {
        writes.addRows("""
                insert into subscriptions.subscription (
                    partner_id, subscription_id, customer_id, order_id, order_number, country, item_id, item_key,
                    is_legacy, kind, title_en, title_ja, unit_type, publisher_name, is_operator_product, is_trial,
                    is_add_on, friendly_name, quantity, term, billing_cycle, started_at, starts_on, last_day, currency,
                    unit_price, parent_id, reseller_mpn_id, reseller_removed, promotion_id, renewal_term, benefit_scope,
                    benefit_subscription, benefit_entitlement, commitment_amount, commitment_currency, commitment_grain,
                    status, renews_itself, due_on, batch_quantities, batch_opened_at, failure, created_at, version)
                values (
                    :partnerId, :id, :customerId, :orderId, :orderNumber, :country, :itemId, :itemKey,
                    :isLegacy, :kind, :titleEn, :titleJa, :unitType, :publisherName, :isOperatorProduct, :isTrial,
                    :isAddOn, :friendlyName, :quantity, :term, :billingCycle, :startedAt, :startsOn, :lastDay, :currency,
                    :unitPrice, :parentId, :resellerMpnId, :resellerRemoved, :promotionId, :renewalTerm, :benefitScope,
                    :benefitSubscription, :benefitEntitlement, :commitmentAmount, :commitmentCurrency, :commitmentGrain,
                    :status, :renewsItself, :dueOn, :batchQuantities, cast(:batchOpenedAt as timestamptz[]), :failure, :createdAt, :version)
                """, subscriptions.stream().map(SubscriptionTable::row).toList());
    }

    Optional<Subscription> find(PartnerId partnerId, CustomerId customerId, SubscriptionId id) {
        return jdbc.sql(SELECT + """
                where partner_id = :partnerId and customer_id = :customerId and subscription_id = :id
                """)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .param("id", id.value())
                .query(SubscriptionTable::subscription)
                .optional();
    }

    SubscriptionCounts count(PartnerId partnerId) {
        return jdbc.sql("""
                select count(*) filter (where status = 'SETTING_UP') as setting_up,
                       count(*) filter (where status = 'SET_UP_FAILED') as failed
                  from subscriptions.subscription
                 where partner_id = :partnerId and status in ('SETTING_UP', 'SET_UP_FAILED')
                """)
                .param("partnerId", partnerId.value())
                .query((row, number) -> new SubscriptionCounts(row.getLong("setting_up"), row.getLong("failed")))
                .single();
    }

    List<Subscription> list(PartnerId partnerId, CustomerId customerId) {
        return jdbc.sql(SELECT + """
                where partner_id = :partnerId and customer_id = :customerId
                order by created_at desc, subscription_id
                """)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .query(SubscriptionTable::subscription)
                .list();
    }

    List<Subscription> listTrialsEnding(PartnerId partnerId, LocalDate from, LocalDate until) {
        return jdbc.sql(SELECT + """
                where partner_id = :partnerId and is_trial and status = 'ACTIVE' and last_day between :from and :until
                order by last_day, subscription_id
                """)
                .param("partnerId", partnerId.value())
                .param("from", from)
                .param("until", until)
                .query(SubscriptionTable::subscription)
                .list();
    }

    List<CustomerId> listCustomersRenewing(PartnerId partnerId, LocalDate from, LocalDate until) {
        return jdbc.sql("""
                select distinct customer_id from subscriptions.subscription
                where partner_id = :partnerId and renews_itself and status = 'ACTIVE'
                  and last_day between :from and :until
                """)
                .param("partnerId", partnerId.value())
                .param("from", from)
                .param("until", until)
                .query((row, number) -> new CustomerId(row.getObject("customer_id", UUID.class)))
                .list();
    }

    /** Those of the subscriptions that wait for their set-up. */
    List<Subscription> listSettingUp(PartnerId partnerId, Collection<SubscriptionId> ids) {
        return jdbc.sql(SELECT + """
                where partner_id = :partnerId and subscription_id = any(cast(:ids as uuid[])) and status = 'SETTING_UP'
                for update
                """)
                .param("partnerId", partnerId.value())
                .param("ids", texts(ids))
                .query(SubscriptionTable::subscription)
                .list();
    }

    /** Moves all of them to the status at once. */
    void moveOn(PartnerId partnerId, Collection<SubscriptionId> ids, SubscriptionStatus status) {
        jdbc.sql("""
                update subscriptions.subscription
                set status = :status, failure = null, version = version + 1
                where partner_id = :partnerId and subscription_id = any(cast(:ids as uuid[]))
                """)
                .param("partnerId", partnerId.value())
                .param("ids", texts(ids))
                .param("status", status.name())
                .update();
    }

    void fail(PartnerId partnerId, SubscriptionId id, String reason) {
        jdbc.sql("""
                update subscriptions.subscription
                set status = 'SET_UP_FAILED', failure = :reason, version = version + 1
                where partner_id = :partnerId and subscription_id = :id
                """)
                .param("partnerId", partnerId.value())
                .param("id", id.value())
                .param("reason", reason)
                .update();
    }

    /** Stores what changes in the life of a subscription; false when somebody changed it meanwhile. */
    boolean update(Subscription changed) {
        return jdbc.sql(UPDATE).paramSource(row(changed)).update() == 1;
    }

    /** As the other for many that the transaction has locked. */
    void updateAll(List<Subscription> changed) {
        changed.forEach(subscription -> writes.add(UPDATE, row(subscription)));
    }

    /** The classic add-ons that hang on the subscription. */
    List<Subscription> listAddOns(PartnerId partnerId, SubscriptionId parent) {
        return jdbc.sql(SELECT + """
                where partner_id = :partnerId and parent_id = :parent
                order by subscription_id
                """)
                .param("partnerId", partnerId.value())
                .param("parent", parent.value())
                .query(SubscriptionTable::subscription)
                .list();
    }

    /** Those that are due earliest of all that are due by the day; nobody else changes them in the transaction. */
    List<Subscription> listDue(PartnerId partnerId, LocalDate today, int most) {
        return jdbc.sql(SELECT + """
                where partner_id = :partnerId and status in ('ACTIVE', 'SUSPENDED', 'EXPIRED', 'DISABLED')
                    and due_on <= :today
                    and due_on = (
                        select min(earliest.due_on) from subscriptions.subscription earliest
                        where earliest.partner_id = :partnerId
                            and earliest.status in ('ACTIVE', 'SUSPENDED', 'EXPIRED', 'DISABLED'))
                order by subscription_id
                limit :most
                for update
                """)
                .param("partnerId", partnerId.value())
                .param("today", today)
                .param("most", most)
                .query(SubscriptionTable::subscription)
                .list();
    }

    /** The day on which the next subscription of the partner is due. */
    Optional<LocalDate> findNextDue(PartnerId partnerId) {
        return jdbc.sql("""
                select due_on from subscriptions.subscription
                where partner_id = :partnerId and status in ('ACTIVE', 'SUSPENDED', 'EXPIRED', 'DISABLED')
                    and due_on is not null
                order by due_on
                limit 1
                """)
                .param("partnerId", partnerId.value())
                .query((row, number) -> row.getObject("due_on", LocalDate.class))
                .optional();
    }

    private static String[] texts(Collection<SubscriptionId> ids) {
        return ids.stream().map(SubscriptionId::toString).toArray(String[]::new);
    }

    private static SqlParameterSource row(Subscription subscription) {
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
                .addValues(benefit(subscription.benefit()))
                .addValue("status", subscription.status().name())
                .addValue("renewsItself", subscription.renewsItself())
                .addValue("resellerRemoved", subscription.resellerRemoved())
                .addValue("dueOn", subscription.dueOn().orElse(null))
                .addValue("batchQuantities", quantities(subscription.batches()))
                .addValue("batchOpenedAt", openings(subscription.batches()))
                .addValue("failure", subscription.failure().orElse(null))
                .addValue("createdAt", subscription.createdAt().atOffset(ZoneOffset.UTC))
                .addValue("version", subscription.version());
    }

    private static Subscription subscription(ResultSet row, int number) throws SQLException {
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
                Money.of(
                        CurrencyUnit.of(row.getString("currency")),
                        row.getBigDecimal("unit_price"),
                        RoundingMode.UNNECESSARY),
                Optional.ofNullable(row.getObject("parent_id", UUID.class)).map(SubscriptionId::new),
                Optional.ofNullable(row.getString("reseller_mpn_id")),
                row.getBoolean("reseller_removed"),
                Optional.ofNullable(row.getString("promotion_id")),
                Optional.ofNullable(row.getString("renewal_term")).flatMap(Term::find),
                benefit(row),
                batches(row),
                new Standing(
                        SubscriptionStatus.valueOf(row.getString("status")),
                        row.getBoolean("renews_itself"),
                        Optional.ofNullable(row.getObject("due_on", LocalDate.class))),
                Optional.ofNullable(row.getString("failure")),
                instant(row, "created_at"),
                row.getLong("version"));
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
