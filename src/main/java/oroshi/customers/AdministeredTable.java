package oroshi.customers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.customers.AdministeredQuery.Condition;
import oroshi.customers.AdministeredQuery.Order;

/** All SQL over {@code customers.customer} that tells whose directories a partner administers. */
@Component
class AdministeredTable {
    private static final String OF_PARTNER = " from customers.customer where partner_id = :partnerId";

    private final JdbcClient jdbc;

    AdministeredTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One more row than asked for tells that there is a next page. */
    List<Administered> list(PartnerId partnerId, AdministeredQuery query) {
        var sql = "select customer_id, name, delegated_administration, administered_from, administered_until"
                + OF_PARTNER + conditions(query.conditions())
                + query.after().map(id -> " and customer_id > :after").orElse("")
                + order(query) + " limit :limit offset :offset";
        return jdbc.sql(sql)
                .params(values(partnerId, query.conditions()))
                .param("after", query.after().orElse(null))
                .param("limit", query.top() + 1)
                .param("offset", query.skip())
                .query((row, number) -> administered(row))
                .list();
    }

    long count(PartnerId partnerId, List<Condition> conditions) {
        return jdbc.sql("select count(*)" + OF_PARTNER + conditions(conditions))
                .params(values(partnerId, conditions))
                .query(Long.class)
                .single();
    }

    /** How many customers' directories the partner administers, by the day on which it began; read from the index alone. */
    Map<LocalDate, Long> countByDay(PartnerId partnerId) {
        var counts = new LinkedHashMap<LocalDate, Long>();
        jdbc.sql("""
                select (administered_from at time zone 'UTC')::date as day, count(*) as customers
                  from customers.customer
                 where partner_id = :partnerId and administered_from is not null and administered_until is null
                 group by 1
                 order by 1
                """).param("partnerId", partnerId.value()).query(row -> {
            counts.put(row.getObject("day", LocalDate.class), row.getLong("customers"));
        });
        return counts;
    }

    private static String conditions(List<Condition> conditions) {
        var sql = new StringBuilder();
        for (var i = 0; i < conditions.size(); i++) {
            sql.append(" and ").append(comparison(conditions.get(i))).append(i);
        }
        return sql.toString();
    }

    /** The comparison up to the number of its parameter. */
    private static String comparison(Condition condition) {
        return switch (condition.field()) {
            case ID_IS -> "customer_id = :value";
            case NAME_IS, NAME_STARTS, NAME_CONTAINS -> "lower(name) like :value";
            case ENABLED_IS -> "delegated_administration = :value";
            case STARTED_AT -> "administered_from = :value";
            case STARTED_AFTER -> "administered_from > :value";
            case STARTED_FROM -> "administered_from >= :value";
            case STARTED_BEFORE -> "administered_from < :value";
            case STARTED_UNTIL -> "administered_from <= :value";
        };
    }

    private static Map<String, Object> values(PartnerId partnerId, List<Condition> conditions) {
        var values = new LinkedHashMap<String, Object>();
        values.put("partnerId", partnerId.value());
        for (var i = 0; i < conditions.size(); i++) {
            values.put("value" + i, value(conditions.get(i)));
        }
        return values;
    }

    private static Object value(Condition condition) {
        return switch (condition.field()) {
            case NAME_IS -> escaped(condition);
            case NAME_STARTS -> escaped(condition) + "%";
            case NAME_CONTAINS -> "%" + escaped(condition) + "%";
            default -> condition.value();
        };
    }

    private static String escaped(Condition condition) {
        return condition
                .value()
                .toString()
                .toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
    }

    private static String order(AdministeredQuery query) {
        var way = query.descending() ? " desc" : "";
        return " order by " + sorted(query.order(), way) + "customer_id" + way;
    }

    private static String sorted(Order order, String way) {
        return switch (order) {
            case NAME -> "name collate \"en-x-icu\"" + way + ", ";
            case ENABLED -> "delegated_administration" + way + ", ";
            case STARTED -> "administered_from" + way + ", ";
            // Nobody signs in to a customer's directory from here, so there is nothing to sort by.
            case ID, LAST_SIGN_IN -> "";
        };
    }

    private static Administered administered(ResultSet row) throws SQLException {
        return new Administered(
                new CustomerId(row.getObject("customer_id", UUID.class)),
                row.getString("name"),
                row.getBoolean("delegated_administration"),
                Optional.ofNullable(row.getObject("administered_from", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getObject("administered_until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
