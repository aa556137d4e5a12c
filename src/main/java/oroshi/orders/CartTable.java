package oroshi.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.CartId;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.UserId;
import tools.jackson.databind.json.JsonMapper;

/** All SQL over {@code orders.cart}. */
@Component
class CartTable {
    private static final String SELECT = """
            select partner_id, cart_id, customer_id, created_at, modified_at, expires_at, modified_by, ordered_at,
                acts_for_resellers, lines
            from orders.cart
            where partner_id = :partnerId and customer_id = :customerId and expires_at > :now
            """;

    private static final String BY_ID = SELECT + " and cart_id = :cartId ";
    private static final String OPEN = SELECT + " and user_id = :userId and ordered_at is null ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CartTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(Cart cart) {
        insert(cart, null);
    }

    /** Stores the cart that the user fills on the pages; nothing happens when another one came first. */
    void insertOpen(Cart cart, UserId userId) {
        insert(cart, userId.value());
    }

    private void insert(Cart cart, @Nullable UUID userId) {
        jdbc.sql("""
                insert into orders.cart (
                    partner_id, cart_id, customer_id, created_at, modified_at, expires_at, modified_by,
                    acts_for_resellers, lines, version, user_id)
                values (
                    :partnerId, :cartId, :customerId, :createdAt, :createdAt, :expiresAt, :modifiedBy,
                    :actsForResellers, cast(:lines as jsonb), 1, :userId)
                on conflict (partner_id, customer_id, user_id)
                    where user_id is not null and ordered_at is null do nothing
                """)
                .param("userId", userId)
                .param("partnerId", cart.partnerId().value())
                .param("cartId", cart.id().value())
                .param("customerId", cart.customerId().value())
                .param("createdAt", utc(cart.createdAt()))
                .param("expiresAt", utc(cart.expiresAt()))
                .param("modifiedBy", cart.modifiedBy())
                .param("actsForResellers", cart.content().actsForResellers())
                .param("lines", json.writeValueAsString(cart.content().lines()))
                .update();
    }

    Optional<Cart> find(PartnerId partnerId, CustomerId customerId, CartId id, Instant now) {
        return find(BY_ID, partnerId, customerId, id, now);
    }

    /** The cart that the user is filling for the customer. */
    Optional<Cart> findOpen(PartnerId partnerId, CustomerId customerId, UserId userId, Instant now) {
        return open(OPEN, partnerId, customerId, userId, now);
    }

    /** The same for whoever changes it; waits while somebody else has it. */
    Optional<Cart> lockOpen(PartnerId partnerId, CustomerId customerId, UserId userId, Instant now) {
        return open(OPEN + "for update", partnerId, customerId, userId, now);
    }

    /** The cart for whoever changes it, until the transaction ends; empty also while somebody else has it. */
    Optional<Cart> lock(PartnerId partnerId, CustomerId customerId, CartId id, Instant now) {
        return find(BY_ID + "for update skip locked", partnerId, customerId, id, now);
    }

    void update(Cart cart) {
        jdbc.sql("""
                update orders.cart
                set lines = cast(:lines as jsonb), acts_for_resellers = :actsForResellers, modified_at = :modifiedAt,
                    modified_by = :modifiedBy, ordered_at = :orderedAt, version = version + 1
                where partner_id = :partnerId and cart_id = :cartId
                """)
                .param("partnerId", cart.partnerId().value())
                .param("cartId", cart.id().value())
                .param("modifiedAt", utc(cart.modifiedAt()))
                .param("modifiedBy", cart.modifiedBy())
                .param("orderedAt", cart.orderedAt().map(CartTable::utc).orElse(null))
                .param("actsForResellers", cart.content().actsForResellers())
                .param("lines", json.writeValueAsString(cart.content().lines()))
                .update();
    }

    void delete(PartnerId partnerId, CartId id) {
        jdbc.sql("delete from orders.cart where partner_id = :partnerId and cart_id = :cartId")
                .param("partnerId", partnerId.value())
                .param("cartId", id.value())
                .update();
    }

    /** Throws away the partner's carts that have come to the end of their life. */
    void deleteExpired(PartnerId partnerId, Instant now) {
        jdbc.sql("delete from orders.cart where partner_id = :partnerId and expires_at <= :now")
                .param("partnerId", partnerId.value())
                .param("now", utc(now))
                .update();
    }

    private Optional<Cart> find(String sql, PartnerId partnerId, CustomerId customerId, CartId id, Instant now) {
        return jdbc.sql(sql)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .param("cartId", id.value())
                .param("now", utc(now))
                .query((row, number) -> cart(row))
                .optional();
    }

    private Optional<Cart> open(String sql, PartnerId partnerId, CustomerId customerId, UserId userId, Instant now) {
        return jdbc.sql(sql)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .param("userId", userId.value())
                .param("now", utc(now))
                .query((row, number) -> cart(row))
                .optional();
    }

    private Cart cart(ResultSet row) throws SQLException {
        var orderedAt = row.getObject("ordered_at", OffsetDateTime.class);
        return new Cart(
                new CartId(row.getObject("cart_id", UUID.class)),
                new PartnerId(row.getObject("partner_id", UUID.class)),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                new CartContent(lines(row.getString("lines")), row.getObject("acts_for_resellers", Boolean.class)),
                instant(row, "created_at"),
                instant(row, "modified_at"),
                instant(row, "expires_at"),
                row.getString("modified_by"),
                Optional.ofNullable(orderedAt).map(OffsetDateTime::toInstant));
    }

    private List<CartLineResource> lines(String stored) {
        return Arrays.asList(json.readValue(stored, CartLineResource[].class));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
