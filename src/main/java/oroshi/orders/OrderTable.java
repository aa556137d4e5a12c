package oroshi.orders;

import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.CartId;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.OrderId;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.LocalizedText;
import oroshi.catalog.Term;
import oroshi.database.Columns;
import oroshi.database.Writes;
import tools.jackson.databind.json.JsonMapper;

/** All SQL over {@code orders.customer_order} and {@code orders.order_line}. */
@Component
class OrderTable {
    private static final String SELECT = """
            select partner_id, order_id, customer_id, number, order_group, billing_cycle, currency, country, is_legacy,
                status, placed_at, placed_by, customer_user, version
            from orders.customer_order
            """;

    private static final String BY_NAME = SELECT + """
                where partner_id = :partnerId and customer_id = :customerId
                    and (number = :name or order_id = cast(:id as uuid))
                """;

    private final JdbcClient jdbc;
    private final Writes writes;
    private final JsonMapper json;

    OrderTable(JdbcClient jdbc, Writes writes, JsonMapper json) {
        this.jdbc = jdbc;
        this.writes = writes;
        this.json = json;
    }

    /** Stores the orders with their lines: two statements, however many there are. */
    void insert(List<Order> orders, Optional<CartId> cart) {
        writes.addRows("""
                insert into orders.customer_order (
                    partner_id, order_id, customer_id, number, cart_id, order_group, billing_cycle, currency, country,
                    is_legacy, status, placed_at, placed_by, customer_user, version)
                values (
                    :partnerId, :orderId, :customerId, :number, :cartId, :group, :billingCycle, :currency, :country,
                    :isLegacy, :status, :placedAt, :placedBy, :customerUser, :version)
                """, orders.stream().map(order -> row(order, cart)).toList());
        addLines(orders.stream()
                .flatMap(order -> order.lines().stream().map(line -> row(order, line)))
                .toList());
    }

    /** Stores lines that the order got later. */
    void addLines(Order order, List<OrderLine> lines) {
        addLines(lines.stream().map(line -> row(order, line)).toList());
    }

    private void addLines(List<MapSqlParameterSource> lines) {
        writes.addRows("""
                insert into orders.order_line (
                    partner_id, order_id, line_number, item_id, title_en, title_ja, friendly_name, quantity, term,
                    list_price, unit_price, first_price, total, currency, subscription_id, parent_id, reseller_mpn_id,
                    additional_resellers, promotion_id, attested, particulars, state)
                values (
                    :partnerId, :orderId, :number, :itemId, :titleEn, :titleJa, :friendlyName, :quantity, :term,
                    :listPrice, :unitPrice, :firstPrice, :total, :currency, :subscriptionId, :parentId, :resellerMpnId,
                    :additionalResellers, :promotionId, :attested, cast(:particulars as jsonb), :state)
                """, lines);
    }

    List<Order> list(PartnerId partnerId, CustomerId customerId, Instant from, Instant before) {
        return withLines(
                partnerId,
                jdbc.sql(SELECT + """
                where partner_id = :partnerId and customer_id = :customerId
                    and placed_at >= :from and placed_at < :before
                order by placed_at desc, order_id desc
                """)
                        .param("partnerId", partnerId.value())
                        .param("customerId", customerId.value())
                        .param("from", from.atOffset(ZoneOffset.UTC))
                        .param("before", before.atOffset(ZoneOffset.UTC))
                        .query(OrderTable::head)
                        .list());
    }

    List<Order> listOfCart(PartnerId partnerId, CartId cartId) {
        return withLines(
                partnerId,
                jdbc.sql(SELECT + """
                where partner_id = :partnerId and cart_id = :cartId
                order by order_id
                """)
                        .param("partnerId", partnerId.value())
                        .param("cartId", cartId.value())
                        .query(OrderTable::head)
                        .list());
    }

    /** The orders for whoever sets them up; nobody else changes them in the transaction. */
    List<Order> lockByIds(PartnerId partnerId, Collection<UUID> ids) {
        return withLines(
                partnerId,
                jdbc.sql(SELECT + """
                where partner_id = :partnerId and order_id = any(cast(:ids as uuid[]))
                order by order_id
                for update
                """)
                        .param("partnerId", partnerId.value())
                        .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                        .query(OrderTable::head)
                        .list());
    }

    /** The order that is called so, by its number or by its id. */
    Optional<Order> find(PartnerId partnerId, CustomerId customerId, String name) {
        return find(BY_NAME, partnerId, customerId, name);
    }

    /** The order for whoever changes it, until the transaction ends; empty also while somebody else has it. */
    Optional<Order> lock(PartnerId partnerId, CustomerId customerId, String name) {
        return find(BY_NAME + "for update skip locked", partnerId, customerId, name);
    }

    /** The order for whoever changes it, until the transaction ends; waits while somebody else has it. */
    Optional<Order> await(PartnerId partnerId, CustomerId customerId, String name) {
        return find(BY_NAME + "for update", partnerId, customerId, name);
    }

    private Optional<Order> find(String sql, PartnerId partnerId, CustomerId customerId, String name) {
        return withLines(
                        partnerId,
                        jdbc.sql(sql)
                                .param("partnerId", partnerId.value())
                                .param("customerId", customerId.value())
                                .param("name", name.toLowerCase(Locale.ROOT))
                                .param("id", Ids.parse(name).map(UUID::toString).orElse(null))
                                .query(OrderTable::head)
                                .list())
                .stream()
                .findFirst();
    }

    /** Stores how far the orders and their lines have come, with one statement each for any number of them. */
    void updateStates(List<Order> orders) {
        if (orders.isEmpty()) {
            return;
        }
        writes.add("""
                update orders.customer_order o set status = new.status
                from unnest(cast(:partnerId as uuid[]), cast(:orderId as uuid[]), cast(:status as text[]))
                    as new (partner_id, order_id, status)
                where o.partner_id = new.partner_id and o.order_id = new.order_id
                """, Columns.of(orders.stream().map(OrderTable::state).toList()));
        writes.add(
                """
                update orders.order_line l set state = new.state
                from unnest(cast(:partnerId as uuid[]), cast(:orderId as uuid[]), cast(:number as integer[]),
                        cast(:state as text[]))
                    as new (partner_id, order_id, line_number, state)
                where l.partner_id = new.partner_id and l.order_id = new.order_id and l.line_number = new.line_number
                """,
                Columns.of(orders.stream()
                        .flatMap(order -> order.lines().stream().map(line -> state(order, line)))
                        .toList()));
    }

    /** Stores what somebody changed about the order: cycle, status, and the states and prices of its lines. */
    void update(Order order, Instant at) {
        jdbc.sql("""
                update orders.customer_order
                set billing_cycle = :billingCycle, status = :status, version = :version
                where partner_id = :partnerId and order_id = :orderId
                """).paramSource(row(order, Optional.empty())).update();
        order.lines().forEach(line -> writes.add("""
                update orders.order_line
                set state = :state, list_price = :listPrice, unit_price = :unitPrice, first_price = :firstPrice,
                    total = :total, cancelled_at = case when :state = 'CANCELLED' then coalesce(cancelled_at, :at) end
                where partner_id = :partnerId and order_id = :orderId and line_number = :number
                """, row(order, line).addValue("at", at.atOffset(ZoneOffset.UTC))));
    }

    private List<Order> withLines(PartnerId partnerId, List<Order> heads) {
        if (heads.isEmpty()) {
            return List.of();
        }
        var lines = lines(partnerId, heads);
        return heads.stream()
                .map(order -> order.withLines(lines.getOrDefault(order.id(), List.of())))
                .toList();
    }

    private Map<OrderId, List<OrderLine>> lines(PartnerId partnerId, List<Order> heads) {
        return jdbc
                .sql("""
                select order_id, line_number, item_id, title_en, title_ja, friendly_name, quantity, term, list_price,
                    unit_price, first_price, total, currency, subscription_id, parent_id, reseller_mpn_id,
                    additional_resellers, promotion_id, attested, particulars, state
                from orders.order_line
                where partner_id = :partnerId and order_id = any(cast(:ids as uuid[]))
                order by order_id, line_number
                """)
                .param("partnerId", partnerId.value())
                .param("ids", heads.stream().map(order -> order.id().toString()).toArray(String[]::new))
                .query((row, number) -> Map.entry(new OrderId(row.getObject("order_id", UUID.class)), line(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static SqlParameterSource row(Order order, Optional<CartId> cart) {
        return new MapSqlParameterSource()
                .addValue("partnerId", order.partnerId().value())
                .addValue("orderId", order.id().value())
                .addValue("customerId", order.customerId().value())
                .addValue("number", order.number())
                .addValue("cartId", cart.map(CartId::value).orElse(null))
                .addValue("group", order.group())
                .addValue("billingCycle", order.billingCycle().name())
                .addValue("currency", order.currency().getCode())
                .addValue("country", order.country())
                .addValue("isLegacy", order.isLegacy())
                .addValue("status", order.status().name())
                .addValue("placedAt", order.placedAt().atOffset(ZoneOffset.UTC))
                .addValue("placedBy", order.placedBy())
                .addValue("customerUser", order.customerUser().orElse(null))
                .addValue("version", order.version());
    }

    private MapSqlParameterSource row(Order order, OrderLine line) {
        return new MapSqlParameterSource()
                .addValue("partnerId", order.partnerId().value())
                .addValue("orderId", order.id().value())
                .addValue("number", line.number())
                .addValue("itemId", line.itemId())
                .addValue("titleEn", line.title().english())
                .addValue("titleJa", line.title().japanese())
                .addValue("friendlyName", line.friendlyName())
                .addValue("quantity", line.quantity())
                .addValue("term", line.term().wire())
                .addValue("listPrice", line.price().list().getAmount())
                .addValue("unitPrice", line.unitPrice().getAmount())
                .addValue("firstPrice", line.price().first().getAmount())
                .addValue("total", line.price().total().getAmount())
                .addValue("currency", order.currency().getCode())
                .addValue(
                        "subscriptionId",
                        line.subscriptionId().map(SubscriptionId::value).orElse(null))
                .addValue("parentId", line.parent().map(SubscriptionId::value).orElse(null))
                .addValue("resellerMpnId", line.resellerMpnId().orElse(null))
                .addValue("additionalResellers", line.additionalResellers().toArray(String[]::new))
                .addValue("promotionId", line.promotionId().orElse(null))
                .addValue("attested", line.attested())
                .addValue("particulars", particulars(line))
                .addValue("state", line.state().name());
    }

    private @Nullable String particulars(OrderLine line) {
        return line.particulars().equals(Particulars.NONE)
                ? null
                : json.writeValueAsString(ParticularsText.of(line.particulars()));
    }

    private static MapSqlParameterSource state(Order order) {
        return new MapSqlParameterSource()
                .addValue("partnerId", order.partnerId().value())
                .addValue("orderId", order.id().value())
                .addValue("status", order.status().name());
    }

    private static MapSqlParameterSource state(Order order, OrderLine line) {
        return new MapSqlParameterSource()
                .addValue("partnerId", order.partnerId().value())
                .addValue("orderId", order.id().value())
                .addValue("number", line.number())
                .addValue("state", line.state().name());
    }

    private static Order head(ResultSet row, int number) throws SQLException {
        return new Order(
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getString("number"),
                new PartnerId(row.getObject("partner_id", UUID.class)),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                row.getString("order_group"),
                BillingCycle.valueOf(row.getString("billing_cycle")),
                CurrencyUnit.of(row.getString("currency")),
                row.getString("country"),
                row.getBoolean("is_legacy"),
                List.of(),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                row.getString("placed_by"),
                Optional.ofNullable(row.getString("customer_user")),
                OrderStatus.valueOf(row.getString("status")),
                row.getLong("version"));
    }

    private OrderLine line(ResultSet row) throws SQLException {
        var currency = CurrencyUnit.of(row.getString("currency"));
        return new OrderLine(
                row.getInt("line_number"),
                row.getString("item_id"),
                new LocalizedText(row.getString("title_en"), row.getString("title_ja")),
                row.getString("friendly_name"),
                row.getInt("quantity"),
                Term.find(row.getString("term")).orElseThrow(),
                new LinePrice(
                        money(row, "list_price", currency),
                        money(row, "unit_price", currency),
                        money(row, "first_price", currency),
                        money(row, "total", currency)),
                subscriptionId(row, "subscription_id"),
                subscriptionId(row, "parent_id"),
                Optional.ofNullable(row.getString("reseller_mpn_id")),
                List.of((String[]) row.getArray("additional_resellers").getArray()),
                Optional.ofNullable(row.getString("promotion_id")),
                row.getBoolean("attested"),
                particulars(row.getString("particulars")),
                LineState.valueOf(row.getString("state")));
    }

    private Particulars particulars(@Nullable String text) {
        return text == null
                ? Particulars.NONE
                : json.readValue(text, ParticularsText.class).toParticulars();
    }

    private static Money money(ResultSet row, String column, CurrencyUnit currency) throws SQLException {
        return Money.of(currency, row.getBigDecimal(column), RoundingMode.UNNECESSARY);
    }

    private static Optional<SubscriptionId> subscriptionId(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(SubscriptionId::new);
    }
}
