package oroshi.activity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.UserId;
import oroshi.database.Writes;
import tools.jackson.databind.json.JsonMapper;

/** All SQL over {@code activity.record}. */
@Component
class ActivityTable {
    private static final String COLUMNS = """
            partner_id, record_id, occurred_at, customer_id, operation, resource_type, resource_id, status, user_id,
            user_name, application_id, correlation_id, old_values, new_values, details, webhook
            """;
    private static final String ADMITTED = """
            where partner_id = :partnerId and occurred_at >= :from and occurred_at < :before
            and (:operation::text is null or operation = :operation)
            and (:customerId::uuid is null or customer_id = :customerId)
            and (:status::text is null or status = :status)
            and (:userName::text is null or strpos(lower(user_name), lower(:userName)) > 0)
            """;
    private static final int EXPORT_PAGE = 1_000;

    private final JdbcClient jdbc;
    private final Writes writes;
    private final JsonMapper json = JsonMapper.shared();

    ActivityTable(JdbcClient jdbc, Writes writes) {
        this.jdbc = jdbc;
        this.writes = writes;
    }

    /** Stores the records with one statement. */
    void insert(Collection<ActivityRecord> records) {
        writes.addRows("""
                insert into activity.record (partner_id, record_id, occurred_at, customer_id, operation, resource_type,
                    resource_id, status, user_id, user_name, application_id, correlation_id, old_values, new_values,
                    details, webhook)
                values (:partnerId, :recordId, :occurredAt, :customerId, :operation, :resourceType,
                    :resourceId, :status, :userId, :userName, :applicationId, :correlationId, :oldValues::jsonb,
                    :newValues::jsonb, :details::jsonb, :webhook)
                """, records.stream().map(this::parameters).toList());
    }

    List<ActivityRecord> list(PartnerId partnerId, ActivityFilter filter, Optional<ActivityPosition> after, int limit) {
        var newer = after.isPresent() ? "and (occurred_at, record_id) < (:position, :positionId)" : "";
        var statement = filtered(
                        "select " + COLUMNS + " from activity.record " + ADMITTED + newer
                                + " order by occurred_at desc, record_id desc limit :limit",
                        partnerId,
                        filter)
                .param("limit", limit);
        after.ifPresent(position -> statement
                .param("position", position.occurredAt().atOffset(ZoneOffset.UTC))
                .param("positionId", position.recordId()));
        return statement.query(this::row).list();
    }

    /** Reads page by page, so that an export of any length needs little memory. */
    void stream(PartnerId partnerId, ActivityFilter filter, Consumer<ActivityRecord> reader) {
        Optional<ActivityPosition> position = Optional.empty();
        List<ActivityRecord> page;
        do {
            page = list(partnerId, filter, position, EXPORT_PAGE);
            page.forEach(reader);
            position = page.isEmpty()
                    ? position
                    : Optional.of(new ActivityPosition(
                            page.getLast().occurredAt(), page.getLast().recordId()));
        } while (page.size() == EXPORT_PAGE);
    }

    List<String> operations(PartnerId partnerId) {
        return jdbc.sql(
                        "select distinct operation from activity.record where partner_id = :partnerId order by operation")
                .param("partnerId", partnerId.value())
                .query((row, number) -> row.getString("operation"))
                .list();
    }

    private StatementSpec filtered(String sql, PartnerId partnerId, ActivityFilter filter) {
        return jdbc.sql(sql)
                .param("partnerId", partnerId.value())
                .param("from", filter.from().atOffset(ZoneOffset.UTC))
                .param("before", filter.before().atOffset(ZoneOffset.UTC))
                .param("operation", filter.operation().orElse(null))
                .param("customerId", filter.customerId().map(CustomerId::value).orElse(null))
                .param("status", filter.status().map(ActivityStatus::stored).orElse(null))
                .param("userName", filter.userName().orElse(null));
    }

    private MapSqlParameterSource parameters(ActivityRecord activity) {
        return new MapSqlParameterSource()
                .addValue("partnerId", activity.partnerId().value())
                .addValue("recordId", activity.recordId())
                .addValue("occurredAt", activity.occurredAt().atOffset(ZoneOffset.UTC))
                .addValue(
                        "customerId",
                        activity.customerId().map(CustomerId::value).orElse(null))
                .addValue("operation", activity.operation())
                .addValue("resourceType", activity.resourceType())
                .addValue("resourceId", activity.resourceId())
                .addValue("status", activity.status().stored())
                .addValue("userId", activity.userId().map(UserId::value).orElse(null))
                .addValue("userName", activity.userName())
                .addValue("applicationId", activity.applicationId().orElse(null))
                .addValue("correlationId", activity.correlationId().orElse(null))
                .addValue("oldValues", json.writeValueAsString(activity.oldValues()))
                .addValue("newValues", json.writeValueAsString(activity.newValues()))
                .addValue("details", json.writeValueAsString(activity.details()))
                .addValue("webhook", activity.webhook().orElse(null));
    }

    private ActivityRecord row(ResultSet row, int number) throws SQLException {
        return new ActivityRecord(
                new PartnerId(row.getObject("partner_id", UUID.class)),
                row.getObject("record_id", UUID.class),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                optional(row, "customer_id").map(CustomerId::new),
                row.getString("operation"),
                row.getString("resource_type"),
                row.getString("resource_id"),
                ActivityStatus.of(row.getString("status")),
                optional(row, "user_id").map(UserId::new),
                row.getString("user_name"),
                optional(row, "application_id"),
                optional(row, "correlation_id"),
                values(row.getString("old_values")),
                values(row.getString("new_values")),
                values(row.getString("details")),
                Optional.ofNullable(row.getString("webhook")));
    }

    private static Optional<UUID> optional(ResultSet row, String column) throws SQLException {
        @Nullable UUID id = row.getObject(column, UUID.class);
        return Optional.ofNullable(id);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> values(String text) {
        return json.readValue(text, Map.class);
    }
}
