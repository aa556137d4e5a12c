package oroshi.migrations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;
import oroshi.database.Writes;
import oroshi.migrations.ProductUpgrade.Failure;

/** All SQL over {@code migrations.product_upgrade} and its products. */
@Component
class ProductUpgradeTable {
    private static final String SELECT = """
            select partner_id, upgrade_id, customer_id, status, placed_by, started_at, ended_at, error_code, error_text
            from migrations.product_upgrade
            """;

    private final JdbcClient jdbc;
    private final Writes writes;

    ProductUpgradeTable(JdbcClient jdbc, Writes writes) {
        this.jdbc = jdbc;
        this.writes = writes;
    }

    /** Stores a new upgrade; false when the customer has one already that did not fail. */
    boolean insert(ProductUpgrade upgrade) {
        var inserted = jdbc.sql("""
                insert into migrations.product_upgrade (partner_id, upgrade_id, customer_id, status, placed_by, started_at)
                values (:partnerId, :id, :customerId, :status, :placedBy, :startedAt)
                on conflict (partner_id, customer_id) where status <> 'FAILED' do nothing
                """)
                .param("partnerId", upgrade.partnerId().value())
                .param("id", upgrade.id())
                .param("customerId", upgrade.customerId().value())
                .param("status", upgrade.status().name())
                .param("placedBy", upgrade.placedBy())
                .param("startedAt", utc(upgrade.startedAt()))
                .update();
        if (inserted == 1) {
            insertProducts(upgrade);
        }
        return inserted == 1;
    }

    private void insertProducts(ProductUpgrade upgrade) {
        writes.addRows(
                """
                insert into migrations.upgraded_product (partner_id, upgrade_id, position, subscription_id, name,
                    plan_key, plan_name, plan_id)
                values (:partnerId, :id, :position, :subscriptionId, :name, :planKey, :planName, cast(:planId as uuid))
                """,
                IntStream.range(0, upgrade.products().size())
                        .mapToObj(position -> values(upgrade, position))
                        .toList());
    }

    private static MapSqlParameterSource values(ProductUpgrade upgrade, int position) {
        var product = upgrade.products().get(position);
        return new MapSqlParameterSource()
                .addValue("partnerId", upgrade.partnerId().value())
                .addValue("id", upgrade.id())
                .addValue("position", position)
                .addValue("subscriptionId", product.subscriptionId().value())
                .addValue("name", product.name())
                .addValue("planKey", product.planKey())
                .addValue("planName", product.planName())
                .addValue(
                        "planId", product.planId().map(SubscriptionId::toString).orElse(null));
    }

    /** Stores how far the upgrade has come. */
    void update(ProductUpgrade upgrade) {
        jdbc.sql("""
                update migrations.product_upgrade
                set status = :status, ended_at = :endedAt, error_code = :errorCode, error_text = :errorText
                where partner_id = :partnerId and upgrade_id = :id
                """)
                .param("partnerId", upgrade.partnerId().value())
                .param("id", upgrade.id())
                .param("status", upgrade.status().name())
                .param(
                        "endedAt",
                        upgrade.endedAt().map(ProductUpgradeTable::utc).orElse(null))
                .param("errorCode", upgrade.failure().map(Failure::code).orElse(null))
                .param("errorText", upgrade.failure().map(Failure::text).orElse(null))
                .update();
        for (var position = 0; position < upgrade.products().size(); position++) {
            writes.add("""
                    update migrations.upgraded_product set plan_id = cast(:planId as uuid)
                    where partner_id = :partnerId and upgrade_id = :id and position = :position
                    """, values(upgrade, position));
        }
    }

    Optional<ProductUpgrade> find(PartnerId partnerId, UUID id) {
        return jdbc.sql(SELECT + "where partner_id = :partnerId and upgrade_id = :id")
                .param("partnerId", partnerId.value())
                .param("id", id)
                .query(this::upgrade)
                .optional();
    }

    /** One that is still on its way, which nobody else takes up before the transaction is over. */
    Optional<ProductUpgrade> findRunning(PartnerId partnerId, UUID id) {
        return jdbc.sql(SELECT + """
                where partner_id = :partnerId and upgrade_id = :id and status in ('PENDING', 'IN_PROGRESS')
                for update
                """)
                .param("partnerId", partnerId.value())
                .param("id", id)
                .query(this::upgrade)
                .optional();
    }

    /** The customer's upgrade; of several, all but the last of which failed, that one. */
    Optional<ProductUpgrade> findLatest(PartnerId partnerId, CustomerId customerId) {
        return jdbc.sql(SELECT + """
                where partner_id = :partnerId and customer_id = :customerId order by upgrade_id desc limit 1
                """)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .query(this::upgrade)
                .optional();
    }

    private List<UpgradedProduct> products(UUID partnerId, UUID id) {
        return jdbc.sql("""
                select subscription_id, name, plan_key, plan_name, plan_id from migrations.upgraded_product
                where partner_id = :partnerId and upgrade_id = :id order by position
                """)
                .param("partnerId", partnerId)
                .param("id", id)
                .query((row, number) -> new UpgradedProduct(
                        new SubscriptionId(row.getObject("subscription_id", UUID.class)),
                        row.getString("name"),
                        row.getString("plan_key"),
                        row.getString("plan_name"),
                        Optional.ofNullable(row.getObject("plan_id", UUID.class))
                                .map(SubscriptionId::new)))
                .list();
    }

    private ProductUpgrade upgrade(ResultSet row, int number) throws SQLException {
        var partnerId = row.getObject("partner_id", UUID.class);
        var id = row.getObject("upgrade_id", UUID.class);
        return new ProductUpgrade(
                new PartnerId(partnerId),
                id,
                new CustomerId(row.getObject("customer_id", UUID.class)),
                ProductUpgradeStatus.valueOf(row.getString("status")),
                row.getString("placed_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                failure(row.getObject("error_code", Integer.class), row.getString("error_text")),
                products(partnerId, id));
    }

    private static Optional<Failure> failure(@Nullable Integer code, @Nullable String text) {
        return code == null || text == null ? Optional.empty() : Optional.of(new Failure(code, text));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
