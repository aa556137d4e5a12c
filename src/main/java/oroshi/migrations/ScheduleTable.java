package oroshi.migrations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import tools.jackson.databind.json.JsonMapper;

/** All SQL over {@code migrations.schedule}. */
@Component
class ScheduleTable {
    private static final String SELECT = """
            select partner_id, schedule_id, customer_id, external_reference, placed_by, status, wish, item_id, target_at,
                due_at, last_day, created_at, modified_at, migration_id, error_code, error_description, version
            from migrations.schedule
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    ScheduleTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(MigrationSchedule schedule) {
        jdbc.sql("""
                insert into migrations.schedule (partner_id, schedule_id, customer_id, subscription_id,
                    external_reference, placed_by, status, wish, item_id, target_at, due_at, last_day, created_at,
                    modified_at, version)
                values (:partnerId, :id, :customerId, :subscriptionId,
                    :reference, :placedBy, :status, cast(:wish as jsonb), :itemId, :targetAt, :dueAt, :lastDay, :createdAt,
                    :modifiedAt, 1)
                """).paramSource(values(schedule)).update();
    }

    /** Stores what changed; false when somebody else changed it meanwhile. */
    boolean update(MigrationSchedule schedule) {
        return jdbc.sql("""
                update migrations.schedule
                set status = :status, wish = cast(:wish as jsonb), external_reference = :reference, item_id = :itemId,
                    target_at = :targetAt, due_at = :dueAt, last_day = :lastDay, modified_at = :modifiedAt,
                    migration_id = cast(:migrationId as uuid), error_code = :errorCode,
                    error_description = :errorDescription, version = version + 1
                where partner_id = :partnerId and schedule_id = :id and version = :version
                """).paramSource(values(schedule)).update() == 1;
    }

    private MapSqlParameterSource values(MigrationSchedule schedule) {
        return new MapSqlParameterSource()
                .addValue("partnerId", schedule.partnerId().value())
                .addValue("id", schedule.id())
                .addValue("customerId", schedule.customerId().value())
                .addValue("subscriptionId", schedule.wish().subscriptionId().value())
                .addValue("reference", schedule.externalReference())
                .addValue("placedBy", schedule.placedBy())
                .addValue("status", schedule.status().name())
                .addValue("wish", json.writeValueAsString(WishText.of(schedule.wish())))
                .addValue("itemId", schedule.itemId())
                .addValue(
                        "targetAt", schedule.targetAt().map(ScheduleTable::utc).orElse(null))
                .addValue("dueAt", utc(schedule.dueAt()))
                .addValue("lastDay", schedule.lastDay().orElse(null))
                .addValue("createdAt", utc(schedule.createdAt()))
                .addValue("modifiedAt", utc(schedule.modifiedAt()))
                .addValue(
                        "migrationId",
                        schedule.migrationId().map(UUID::toString).orElse(null))
                .addValue(
                        "errorCode",
                        schedule.error().map(MigrationSchedule.Failure::code).orElse(null))
                .addValue(
                        "errorDescription",
                        schedule.error()
                                .map(MigrationSchedule.Failure::description)
                                .orElse(null))
                .addValue("version", schedule.version());
    }

    Optional<MigrationSchedule> find(PartnerId partnerId, CustomerId customerId, UUID id) {
        return jdbc.sql(SELECT + """
                where partner_id = :partnerId and customer_id = :customerId and schedule_id = :id
                """)
                .param("partnerId", partnerId.value())
                .param("customerId", customerId.value())
                .param("id", id)
                .query(this::schedule)
                .optional();
    }

    Optional<MigrationSchedule> findOf(PartnerId partnerId, UUID migrationId) {
        return jdbc.sql(SELECT + "where partner_id = :partnerId and migration_id = :migrationId")
                .param("partnerId", partnerId.value())
                .param("migrationId", migrationId)
                .query(this::schedule)
                .optional();
    }

    /** The first of those that fit, in the order in which they were made, after the one of the id. */
    List<MigrationSchedule> list(PartnerId partnerId, MigrationQuery query, Optional<UUID> after, int most) {
        return jdbc.sql(SELECT + ListedMigrations.after("schedule_id"))
                .params(ListedMigrations.parameters(partnerId, query, after, most))
                .query(this::schedule)
                .list();
    }

    /** The one that is due earliest of all that are due; nobody else takes it up before the transaction is over. */
    Optional<MigrationSchedule> findDue(PartnerId partnerId, Instant now) {
        return jdbc.sql(SELECT + """
                where partner_id = :partnerId and status = 'CREATED' and due_at <= :now
                order by due_at, schedule_id
                limit 1
                for update
                """)
                .param("partnerId", partnerId.value())
                .param("now", utc(now))
                .query(this::schedule)
                .optional();
    }

    /** When the next schedule of the partner is due. */
    Optional<Instant> findNextDue(PartnerId partnerId) {
        return jdbc.sql("""
                select due_at from migrations.schedule
                where partner_id = :partnerId and status = 'CREATED'
                order by due_at
                limit 1
                """)
                .param("partnerId", partnerId.value())
                .query((row, number) -> instant(row, "due_at"))
                .optional();
    }

    private MigrationSchedule schedule(ResultSet row, int number) throws SQLException {
        return new MigrationSchedule(
                new PartnerId(row.getObject("partner_id", UUID.class)),
                row.getObject("schedule_id", UUID.class),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                ScheduleStatus.valueOf(row.getString("status")),
                json.readValue(row.getString("wish"), WishText.class).toWish(),
                row.getString("external_reference"),
                row.getString("placed_by"),
                row.getString("item_id"),
                Optional.ofNullable(row.getObject("target_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                instant(row, "due_at"),
                Optional.ofNullable(row.getObject("last_day", LocalDate.class)),
                instant(row, "created_at"),
                instant(row, "modified_at"),
                Optional.ofNullable(row.getObject("migration_id", UUID.class)),
                failure(row.getString("error_description"), row.getInt("error_code")),
                row.getLong("version"));
    }

    private static Optional<MigrationSchedule.Failure> failure(@Nullable String description, int code) {
        return Optional.ofNullable(description).map(text -> new MigrationSchedule.Failure(code, text));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
