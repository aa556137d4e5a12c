package oroshi.migrations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;
import oroshi.database.Writes;

/** All SQL over {@code migrations.migration} and its items and events. */
@Component
class MigrationTable {
    private static final String SELECT = """
            select partner_id, migration_id, customer_id, subscription_id, external_reference, placed_by, status,
                started_at, completed_at
            from migrations.migration
            """;

    private final JdbcClient jdbc;
    private final Writes writes;

    MigrationTable(JdbcClient jdbc, Writes writes) {
        this.jdbc = jdbc;
        this.writes = writes;
    }

    void insert(Migration migration) {
        jdbc.sql("""
                insert into migrations.migration (partner_id, migration_id, customer_id, subscription_id,
                    external_reference, placed_by, status, started_at)
                values (:partnerId, :id, :customerId, :subscriptionId, :reference, :placedBy, :status, :startedAt)
                """)
                .param("partnerId", migration.partnerId().value())
                .param("id", migration.id())
                .param("customerId", migration.customerId().value())
                .param("subscriptionId", migration.base().subscriptionId().value())
                .param("reference", migration.externalReference())
                .param("placedBy", migration.placedBy())
                .param("status", migration.status().name())
                .param("startedAt", utc(migration.startedAt()))
                .update();
        insertItems(migration);
    }

    private void insertItems(Migration migration) {
        writes.addRows(
                """
                insert into migrations.item (partner_id, migration_id, position, subscription_id, item_id, quantity, term,
                    billing_cycle, full_term, custom_last_day, last_day)
                values (:partnerId, :id, :position, :subscriptionId, :itemId, :quantity, :term,
                    :billingCycle, :fullTerm, :customLastDay, :lastDay)
                """,
                IntStream.range(0, migration.items().size())
                        .mapToObj(position -> values(migration, position))
                        .toList());
    }

    private static MapSqlParameterSource values(Migration migration, int position) {
        var item = migration.items().get(position);
        return new MapSqlParameterSource()
                .addValue("partnerId", migration.partnerId().value())
                .addValue("id", migration.id())
                .addValue("position", position)
                .addValue("subscriptionId", item.subscriptionId().value())
                .addValue("itemId", item.itemId())
                .addValue("quantity", item.quantity())
                .addValue("term", item.term().wire())
                .addValue("billingCycle", item.billingCycle().name())
                .addValue("fullTerm", item.fullTerm())
                .addValue("customLastDay", item.customLastDay().orElse(null))
                .addValue("lastDay", item.lastDay());
    }

    /** Stores how the migration ended. */
    void end(Migration migration) {
        jdbc.sql("""
                update migrations.migration set status = :status, completed_at = :completedAt
                where partner_id = :partnerId and migration_id = :id
                """)
                .param("partnerId", migration.partnerId().value())
                .param("id", migration.id())
                .param("status", migration.status().name())
                .param(
                        "completedAt",
                        migration.completedAt().map(MigrationTable::utc).orElse(null))
                .update();
        for (var position = 0; position < migration.items().size(); position++) {
            end(migration, position);
        }
    }

    private void end(Migration migration, int position) {
        var item = migration.items().get(position);
        writes.add(
                """
                update migrations.item
                set successor_id = cast(:successor as uuid), order_number = :orderNumber, last_day = :lastDay
                where partner_id = :partnerId and migration_id = :id and position = :position
                """,
                new MapSqlParameterSource()
                        .addValue("partnerId", migration.partnerId().value())
                        .addValue("id", migration.id())
                        .addValue("position", position)
                        .addValue(
                                "successor",
                                item.successor().map(SubscriptionId::toString).orElse(null))
                        .addValue("orderNumber", item.orderNumber().orElse(null))
                        .addValue("lastDay", item.lastDay()));
    }

    /** The migration of the customer; any customer's when none is named. */
    Optional<Migration> find(PartnerId partnerId, Optional<CustomerId> customerId, UUID id) {
        var found = jdbc.sql(SELECT + """
                where partner_id = :partnerId and migration_id = :id
                    and (cast(:customerId as uuid) is null or customer_id = cast(:customerId as uuid))
                """)
                .param("partnerId", partnerId.value())
                .param("id", id)
                .param("customerId", customerId.map(CustomerId::toString).orElse(null))
                .query(Header::of)
                .list();
        return complete(partnerId, found).stream().findFirst();
    }

    /** One that is still on its way, which nobody else takes up before the transaction is over. */
    Optional<Migration> findWaiting(PartnerId partnerId, UUID id) {
        var found = jdbc.sql(SELECT + """
                where partner_id = :partnerId and migration_id = :id and status = 'PROCESSING'
                for update
                """)
                .param("partnerId", partnerId.value())
                .param("id", id)
                .query(Header::of)
                .list();
        return complete(partnerId, found).stream().findFirst();
    }

    /** The first of those that fit, in the order in which they began, after the one of the id. */
    List<Migration> list(PartnerId partnerId, MigrationQuery query, Optional<UUID> after, int most) {
        var found = jdbc.sql(SELECT + ListedMigrations.after("migration_id"))
                .params(ListedMigrations.parameters(partnerId, query, after, most))
                .query(Header::of)
                .list();
        return complete(partnerId, found);
    }

    void insertEvents(List<MigrationEvent> events) {
        writes.addRows("""
                insert into migrations.event (partner_id, event_id, migration_id, customer_id, subscription_id, name,
                    created_at)
                values (:partnerId, :id, :migrationId, :customerId, :subscriptionId, :name,
                    :createdAt)
                """, events.stream().map(MigrationTable::values).toList());
    }

    private static MapSqlParameterSource values(MigrationEvent event) {
        return new MapSqlParameterSource()
                .addValue("partnerId", event.partnerId().value())
                .addValue("id", event.id())
                .addValue("migrationId", event.migrationId())
                .addValue("customerId", event.customerId().value())
                .addValue("subscriptionId", event.subscriptionId().value())
                .addValue("name", event.name().name())
                .addValue("createdAt", utc(event.createdAt()));
    }

    /** What happened to the customer's subscription, in one migration or in all, the earliest first. */
    List<MigrationEvent> listEvents(
            PartnerId partnerId,
            CustomerId customerId,
            Optional<UUID> migrationId,
            Optional<SubscriptionId> subscriptionId) {
        return jdbc.sql("""
                select partner_id, event_id, migration_id, customer_id, subscription_id, name, created_at
                from migrations.event
                where partner_id = :partnerId and customer_id = :customerId
                    and (cast(:migrationId as uuid) is null or migration_id = cast(:migrationId as uuid))
                    and (cast(:subscriptionId as uuid) is null or subscription_id = cast(:subscriptionId as uuid))
                order by event_id
                """)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .param("migrationId", migrationId.map(UUID::toString).orElse(null))
                .param(
                        "subscriptionId",
                        subscriptionId.map(SubscriptionId::toString).orElse(null))
                .query((row, number) -> new MigrationEvent(
                        new PartnerId(row.getObject("partner_id", UUID.class)),
                        row.getObject("event_id", UUID.class),
                        row.getObject("migration_id", UUID.class),
                        new CustomerId(row.getObject("customer_id", UUID.class)),
                        new SubscriptionId(row.getObject("subscription_id", UUID.class)),
                        MigrationEvent.Name.valueOf(row.getString("name")),
                        instant(row, "created_at")))
                .list();
    }

    /** A migration without its items. */
    private record Header(
            UUID id,
            CustomerId customerId,
            MigrationStatus status,
            Instant startedAt,
            Optional<Instant> completedAt,
            String reference,
            String placedBy) {
        static Header of(ResultSet row, int number) throws SQLException {
            var completed = row.getObject("completed_at", OffsetDateTime.class);
            return new Header(
                    row.getObject("migration_id", UUID.class),
                    new CustomerId(row.getObject("customer_id", UUID.class)),
                    MigrationStatus.valueOf(row.getString("status")),
                    instant(row, "started_at"),
                    Optional.ofNullable(completed).map(OffsetDateTime::toInstant),
                    row.getString("external_reference"),
                    row.getString("placed_by"));
        }

        Migration with(PartnerId partnerId, List<MigratedItem> items) {
            return new Migration(partnerId, id, customerId, status, startedAt, completedAt, reference, placedBy, items);
        }
    }

    private List<Migration> complete(PartnerId partnerId, List<Header> headers) {
        if (headers.isEmpty()) {
            return List.of();
        }
        var items = items(partnerId, headers.stream().map(Header::id).toList());
        return headers.stream()
                .map(header -> header.with(partnerId, items.getOrDefault(header.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<MigratedItem>> items(PartnerId partnerId, List<UUID> ids) {
        var found = new LinkedHashMap<UUID, List<MigratedItem>>();
        jdbc.sql("""
                select migration_id, subscription_id, item_id, quantity, term, billing_cycle, full_term, custom_last_day,
                    last_day, successor_id, order_number
                from migrations.item
                where partner_id = :partnerId and migration_id = any(cast(:ids as uuid[]))
                order by migration_id, position
                """)
                .param("partnerId", partnerId.value())
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getObject("migration_id", UUID.class), item(row)))
                .list()
                .forEach(item -> found.computeIfAbsent(item.getKey(), id -> new ArrayList<>())
                        .add(item.getValue()));
        return found;
    }

    private static MigratedItem item(ResultSet row) throws SQLException {
        return new MigratedItem(
                new SubscriptionId(row.getObject("subscription_id", UUID.class)),
                row.getString("item_id"),
                row.getInt("quantity"),
                Term.find(row.getString("term")).orElseThrow(),
                BillingCycle.valueOf(row.getString("billing_cycle")),
                row.getBoolean("full_term"),
                Optional.ofNullable(row.getObject("custom_last_day", LocalDate.class)),
                row.getObject("last_day", LocalDate.class),
                Optional.ofNullable(row.getObject("successor_id", UUID.class)).map(SubscriptionId::new),
                Optional.ofNullable(row.getString("order_number")));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
