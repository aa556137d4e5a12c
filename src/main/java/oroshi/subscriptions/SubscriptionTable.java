package oroshi.subscriptions;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;
import oroshi.database.Writes;

/** All SQL over {@code subscriptions.subscription}. */
@Component
class SubscriptionTable {
    private static final String SELECT = """
            select partner_id, subscription_id, customer_id, order_id, order_number, country, item_id, item_key,
                is_legacy, kind, title_en, title_ja, unit_type, publisher_name, is_operator_product, is_trial, is_add_on,
                friendly_name, quantity, term, billing_cycle, started_at, starts_on, last_day, currency, unit_price,
                parent_id, reseller_mpn_id, reseller_removed, promotion_id, renewal_term, next_item_id, next_quantity,
                next_term, next_cycle, next_promotion_id, next_last_day, charge_cycle, charge_price, charge_promotion_id,
                benefit_scope, benefit_subscription, benefit_entitlement, commitment_amount, commitment_currency,
                commitment_grain, status, renews_itself, due_on, cycle_on, batch_quantities, batch_opened_at, failure, created_at, version
            from subscriptions.subscription
            """;

    /** Every parameter but the partner's is an array with a value for each of the subscriptions. */
    private static final String UPDATE = """
            update subscriptions.subscription present
            set item_id = changed.item_id, item_key = changed.item_key, title_en = changed.title_en,
                title_ja = changed.title_ja, unit_type = changed.unit_type, publisher_name = changed.publisher_name,
                is_operator_product = changed.is_operator_product, is_trial = changed.is_trial,
                is_add_on = changed.is_add_on, friendly_name = changed.friendly_name, quantity = changed.quantity,
                term = changed.term, billing_cycle = changed.billing_cycle, started_at = changed.started_at,
                starts_on = changed.starts_on, last_day = changed.last_day, unit_price = changed.unit_price,
                promotion_id = changed.promotion_id, renewal_term = changed.renewal_term,
                next_item_id = changed.next_item_id, next_quantity = changed.next_quantity,
                next_term = changed.next_term, next_cycle = changed.next_cycle,
                next_promotion_id = changed.next_promotion_id, next_last_day = changed.next_last_day,
                charge_cycle = changed.charge_cycle, charge_price = changed.charge_price,
                charge_promotion_id = changed.charge_promotion_id, reseller_mpn_id = changed.reseller_mpn_id,
                reseller_removed = changed.reseller_removed, status = changed.status,
                renews_itself = changed.renews_itself, due_on = changed.due_on, cycle_on = changed.cycle_on,
                batch_quantities = cast(changed.batch_quantities as integer[]),
                batch_opened_at = cast(changed.batch_opened_at as timestamptz[]), version = present.version + 1
            from unnest(
                cast(:id as uuid[]), cast(:version as bigint[]), cast(:itemId as text[]), cast(:itemKey as text[]),
                cast(:titleEn as text[]), cast(:titleJa as text[]), cast(:unitType as text[]),
                cast(:publisherName as text[]), cast(:isOperatorProduct as boolean[]), cast(:isTrial as boolean[]),
                cast(:isAddOn as boolean[]), cast(:friendlyName as text[]), cast(:quantity as integer[]),
                cast(:term as text[]), cast(:billingCycle as text[]), cast(:startedAt as timestamptz[]),
                cast(:startsOn as date[]), cast(:lastDay as date[]), cast(:unitPrice as numeric[]),
                cast(:promotionId as text[]), cast(:renewalTerm as text[]), cast(:nextItem as text[]),
                cast(:nextQuantity as integer[]), cast(:nextTerm as text[]), cast(:nextCycle as text[]),
                cast(:nextPromotion as text[]), cast(:nextLastDay as date[]), cast(:chargeCycle as text[]),
                cast(:chargePrice as numeric[]), cast(:chargePromotion as text[]), cast(:resellerMpnId as text[]),
                cast(:resellerRemoved as boolean[]), cast(:status as text[]), cast(:renewsItself as boolean[]),
                cast(:dueOn as date[]), cast(:cycleOn as date[]), cast(:batchQuantities as text[]),
                cast(:batchOpenedAt as text[])
            ) as changed (
                subscription_id, version, item_id, item_key, title_en, title_ja, unit_type, publisher_name,
                is_operator_product, is_trial, is_add_on, friendly_name, quantity, term, billing_cycle, started_at,
                starts_on, last_day, unit_price, promotion_id, renewal_term, next_item_id, next_quantity, next_term,
                next_cycle, next_promotion_id, next_last_day, charge_cycle, charge_price, charge_promotion_id,
                reseller_mpn_id, reseller_removed, status, renews_itself, due_on, cycle_on, batch_quantities,
                batch_opened_at)
            where present.partner_id = :partnerId and present.subscription_id = changed.subscription_id
                and present.version = changed.version
            """;

    /** The states out of which the calendar leads. */
    private static final String ON_THE_CALENDAR = "('ACTIVE', 'SUSPENDED', 'EXPIRED', 'DISABLED')";

    private final JdbcClient jdbc;
    private final Writes writes;

    SubscriptionTable(JdbcClient jdbc, Writes writes) {
        this.jdbc = jdbc;
        this.writes = writes;
    }

    /** Stores all of them, for whose later nothing is arranged yet, with one statement. */
    void insert(List<Subscription> subscriptions) {
        writes.addRows(
                """
                insert into subscriptions.subscription (
                    partner_id, subscription_id, customer_id, order_id, order_number, country, item_id, item_key,
                    is_legacy, kind, title_en, title_ja, unit_type, publisher_name, is_operator_product, is_trial,
                    is_add_on, friendly_name, quantity, term, billing_cycle, started_at, starts_on, last_day, currency,
                    unit_price, parent_id, reseller_mpn_id, reseller_removed, promotion_id, renewal_term, benefit_scope,
                    benefit_subscription, benefit_entitlement, commitment_amount, commitment_currency, commitment_grain,
                    status, renews_itself, due_on, cycle_on, batch_quantities, batch_opened_at, failure, created_at, version)
                values (
                    :partnerId, :id, :customerId, :orderId, :orderNumber, :country, :itemId, :itemKey,
                    :isLegacy, :kind, :titleEn, :titleJa, :unitType, :publisherName, :isOperatorProduct, :isTrial,
                    :isAddOn, :friendlyName, :quantity, :term, :billingCycle, :startedAt, :startsOn, :lastDay, :currency,
                    :unitPrice, :parentId, :resellerMpnId, :resellerRemoved, :promotionId, :renewalTerm, :benefitScope,
                    :benefitSubscription, :benefitEntitlement, :commitmentAmount, :commitmentCurrency, :commitmentGrain,
                    :status, :renewsItself, :dueOn, :cycleOn, :batchQuantities, cast(:batchOpenedAt as timestamptz[]), :failure, :createdAt, :version)
                """, subscriptions.stream().map(SubscriptionRows::parameters).toList());
    }

    Optional<Subscription> find(PartnerId partnerId, CustomerId customerId, SubscriptionId id) {
        return find(partnerId, customerId, id, "");
    }

    /** As the other, and nobody else changes it before the transaction is over. */
    Optional<Subscription> findAndHold(PartnerId partnerId, CustomerId customerId, SubscriptionId id) {
        return find(partnerId, customerId, id, "for update");
    }

    private Optional<Subscription> find(PartnerId partnerId, CustomerId customerId, SubscriptionId id, String hold) {
        return jdbc.sql(SELECT + """
                where partner_id = :partnerId and customer_id = :customerId and subscription_id = :id
                """ + hold)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .param("id", id.value())
                .query(SubscriptionRows::subscription)
                .optional();
    }

    /** Nobody else changes them before the transaction is over. In the order of the ids, as all who hold several do. */
    void hold(PartnerId partnerId, CustomerId customerId, Collection<SubscriptionId> ids) {
        jdbc.sql("""
                select subscription_id from subscriptions.subscription
                where partner_id = :partnerId and customer_id = :customerId
                    and subscription_id = any(cast(:ids as uuid[]))
                order by subscription_id
                for update
                """)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .param("ids", texts(ids))
                .query((row, number) -> row.getObject("subscription_id", UUID.class))
                .list();
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

    int countHeld(PartnerId partnerId, String itemKey) {
        return jdbc.sql("""
                select count(*) from subscriptions.subscription
                 where partner_id = :partnerId and item_key = :itemKey and status <> 'DELETED'
                """)
                .param("partnerId", partnerId.value())
                .param("itemKey", itemKey)
                .query(Integer.class)
                .single();
    }

    List<Subscription> list(PartnerId partnerId, CustomerId customerId) {
        return jdbc.sql(SELECT + """
                where partner_id = :partnerId and customer_id = :customerId
                order by created_at desc, subscription_id
                """)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .query(SubscriptionRows::subscription)
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
                .query(SubscriptionRows::subscription)
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

    Optional<LocalDate> findTrialEnd(PartnerId partnerId, LocalDate from) {
        return firstDay("""
                select min(last_day) as day from subscriptions.subscription
                where partner_id = :partnerId and is_trial and status = 'ACTIVE' and last_day >= :from
                """, partnerId, from);
    }

    Optional<LocalDate> findRenewal(PartnerId partnerId, LocalDate from) {
        return firstDay("""
                select min(last_day) as day from subscriptions.subscription
                where partner_id = :partnerId and renews_itself and status = 'ACTIVE' and last_day >= :from
                """, partnerId, from);
    }

    private Optional<LocalDate> firstDay(String sql, PartnerId partnerId, LocalDate from) {
        return jdbc.sql(sql)
                .param("partnerId", partnerId.value())
                .param("from", from)
                .query((row, number) -> Optional.ofNullable(row.getObject("day", LocalDate.class)))
                .single();
    }

    /** Those of the subscriptions that wait for their set-up. */
    List<Subscription> listSettingUp(PartnerId partnerId, Collection<SubscriptionId> ids) {
        return jdbc.sql(SELECT + """
                where partner_id = :partnerId and subscription_id = any(cast(:ids as uuid[])) and status = 'SETTING_UP'
                for update
                """)
                .param("partnerId", partnerId.value())
                .param("ids", texts(ids))
                .query(SubscriptionRows::subscription)
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
        return jdbc.sql(UPDATE)
                        .paramSource(SubscriptionRows.columns(List.of(changed)))
                        .update()
                == 1;
    }

    /** As the other for many of a partner that the transaction has locked, with one statement. */
    void updateAll(List<Subscription> changed) {
        writes.add(UPDATE, SubscriptionRows.columns(changed));
    }

    /** The classic add-ons that hang on the subscription. */
    List<Subscription> listAddOns(PartnerId partnerId, SubscriptionId parent) {
        return listAddOns(partnerId, parent, "");
    }

    /** As the other, and nobody else changes them before the transaction is over. */
    List<Subscription> listAddOnsAndHold(PartnerId partnerId, SubscriptionId parent) {
        return listAddOns(partnerId, parent, "for update");
    }

    private List<Subscription> listAddOns(PartnerId partnerId, SubscriptionId parent, String hold) {
        return jdbc.sql(SELECT + """
                where partner_id = :partnerId and parent_id = :parent
                order by subscription_id
                """ + hold)
                .param("partnerId", partnerId.value())
                .param("parent", parent.value())
                .query(SubscriptionRows::subscription)
                .list();
    }

    /** Those that are due earliest of all that are due by the day; nobody else changes them in the transaction. */
    List<Subscription> listDue(PartnerId partnerId, LocalDate today, int most) {
        return listDue(partnerId, today, most, """
                next_on = (
                    select min(earliest.next_on) from subscriptions.subscription earliest
                    where earliest.partner_id = :partnerId and earliest.status in %s)
                """.formatted(ON_THE_CALENDAR), Map.of());
    }

    /** As the other, of the same day as one of them only what comes behind it. */
    List<Subscription> listDueBehind(Subscription last, LocalDate today, int most) {
        return listDue(
                last.partnerId(),
                today,
                most,
                "next_on = :day and subscription_id > :last",
                Map.of("day", last.nextOn().orElseThrow(), "last", last.id().value()));
    }

    private List<Subscription> listDue(
            PartnerId partnerId, LocalDate today, int most, String which, Map<String, Object> values) {
        return jdbc.sql(SELECT + """
                where partner_id = :partnerId and status in %s and next_on <= :today and %s
                order by subscription_id
                limit :most
                for update
                """.formatted(ON_THE_CALENDAR, which))
                .param("partnerId", partnerId.value())
                .param("today", today)
                .param("most", most)
                .params(values)
                .query(SubscriptionRows::subscription)
                .list();
    }

    /** The day on which the next subscription of the partner is due. */
    Optional<LocalDate> findNextDue(PartnerId partnerId) {
        return jdbc.sql("""
                select next_on from subscriptions.subscription
                where partner_id = :partnerId and status in %s and next_on is not null
                order by next_on
                limit 1
                """.formatted(ON_THE_CALENDAR))
                .param("partnerId", partnerId.value())
                .query((row, number) -> row.getObject("next_on", LocalDate.class))
                .optional();
    }

    private static String[] texts(Collection<SubscriptionId> ids) {
        return ids.stream().map(SubscriptionId::toString).toArray(String[]::new);
    }
}
