package oroshi.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;

/** All that the application under test has stored, read by the owner, whom row-level security does not bind. */
@Component
public class WholeDatabase implements AutoCloseable {
    private final HikariDataSource connections = new HikariDataSource();
    private final JdbcClient owner;
    private @Nullable List<Column> columns;

    private record Column(String table, String name, String type) {
        /** Whether it says by its name that a customer or a tenant stands there. */
        boolean namesACustomer() {
            return type.equals("uuid")
                    && (Set.of("customer_id", "tenant_id").contains(name) || name.endsWith("_tenant"));
        }
    }

    WholeDatabase(DatabaseServer server) {
        var access = server.access();
        var login = access.owner();
        connections.setJdbcUrl(access.url());
        connections.setUsername(login.name());
        connections.setPassword(String.valueOf(login.password()));
        connections.setMaximumPoolSize(2);
        connections.setMinimumIdle(0);
        owner = JdbcClient.create(connections);
    }

    @Override
    public void close() {
        connections.close();
    }

    /** Takes back what was published of agreements, which the operator can't: it would hold for the tests that come later. */
    public void withdrawLaterEditions() {
        owner.sql("delete from agreements.template_document where version_rank > 0")
                .update();
        owner.sql("delete from agreements.template where version_rank > 0").update();
    }

    /** How many rows of each table contain the text in any column, bytes included; tables without one are left out. */
    public Map<String, Long> rowsWith(String text) {
        return counted(tables(), this::containing, text);
    }

    /**
     * How many rows each table with rows of the partner has of it; that an attempt failed is recorded and not counted.
     */
    public Map<String, Long> rowsOf(PartnerId partnerId) {
        return counted(
                tablesWith(column -> column.name().equals("partner_id")),
                table -> "partner_id = :value" + (table.equals("activity.record") ? " and status <> 'failed'" : ""),
                partnerId.value());
    }

    /** The tables that have rows which meet their condition on the one value, with how many. */
    private Map<String, Long> counted(List<String> tables, UnaryOperator<String> condition, Object value) {
        var statement = tables.stream()
                .map(table -> "select '%s', count(*) from %s as stored where %s"
                        .formatted(table, table, condition.apply(table)))
                .collect(Collectors.joining(" union all "));
        var found = new TreeMap<String, Long>();
        owner.sql(statement)
                .param("value", value)
                .query((row, number) -> Map.entry(Objects.requireNonNull(row.getString(1)), row.getLong(2)))
                .list()
                .forEach(each -> found.put(each.getKey(), each.getValue()));
        found.values().removeIf(rows -> rows == 0);
        return found;
    }

    /**
     * How each table stands: how many rows it has and which transactions wrote them. Left out is what remembers that
     * somebody tried, and what works by itself in the background.
     */
    public Map<String, String> state() {
        var statement = new StringJoiner(" union all ");
        for (var table : tables()) {
            if (!table.matches("jobs\\..*|rest\\.request_outcome|access\\.spring_session.*")) {
                var attempts = table.equals("activity.record") ? " where status <> 'failed'" : "";
                statement.add("select '" + table + "', count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) from "
                        + table + attempts);
            }
        }
        var state = new TreeMap<String, String>();
        owner.sql(statement.toString())
                .query((row, number) ->
                        Map.entry(Objects.requireNonNull(row.getString(1)), Objects.requireNonNull(row.getString(2))))
                .list()
                .forEach(entry -> state.put(entry.getKey(), entry.getValue()));
        return state;
    }

    /** How many rows of the table meet the condition on its one parameter. */
    public long count(String table, String condition, Object value) {
        return owner.sql("select count(*) from " + table + " where " + condition)
                .param("value", value)
                .query(Long.class)
                .single();
    }

    /** Every table with a column that names a customer or a tenant, with those columns; what others point to comes first. */
    public Map<String, List<String>> tablesOfCustomers() {
        return columns().stream()
                .filter(Column::namesACustomer)
                .collect(Collectors.groupingBy(
                        Column::table, LinkedHashMap::new, Collectors.mapping(Column::name, Collectors.toList())));
    }

    /** How many times the table names the customer in the columns. */
    public long rowsNaming(String table, List<String> columns, CustomerId customer) {
        return columns.stream()
                .mapToLong(column -> count(table, column + " = :value", customer.value()))
                .sum();
    }

    /** Puts a row with just the values that the table demands: the given ones, or any of the right type. */
    public void put(String table, Map<String, ?> given) {
        var columns = demanded(table);
        var values = new ArrayList<String>();
        columns.forEach((column, type) -> values.add(
                given.containsKey(column) ? "'" + given.get(column) + "'::" + type : anyOf(table, column, type)));
        owner.sql("insert into %s (%s) values (%s)"
                        .formatted(table, String.join(", ", columns.keySet()), String.join(", ", values)))
                .update();
    }

    private Map<String, String> demanded(String table) {
        var columns = new LinkedHashMap<String, String>();
        owner.sql("""
                select a.attname, format_type(a.atttypid, a.atttypmod)
                  from pg_attribute a
                 where a.attrelid = cast(:table as regclass) and a.attnum > 0 and not a.attisdropped
                   and a.attgenerated = ''
                   and (a.attnotnull and not a.atthasdef
                        or a.attname in ('customer_id', 'tenant_id') or right(a.attname, 7) = '_tenant')
                 order by a.attnum
                """)
                .param("table", table)
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .forEach(each -> columns.put(each.getKey(), each.getValue()));
        return columns;
    }

    /** A value of the type that no check of the column refuses. */
    private String anyOf(String table, String column, String type) {
        var allowed = owner.sql("""
                select (regexp_match(pg_get_constraintdef(k.oid), 'ARRAY\\[''([^'']+)'))[1]
                  from pg_constraint k
                  join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
                 where k.contype = 'c' and k.conrelid = cast(:table as regclass) and a.attname = :column
                   and pg_get_constraintdef(k.oid) like '%ARRAY[%'
                """)
                .param("table", table)
                .param("column", column)
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
        if (!allowed.isEmpty()) {
            return "'" + allowed.getFirst() + "'::" + type;
        }
        return switch (type) {
            case "uuid" -> "'" + Ids.next() + "'::uuid";
            case "jsonb" -> "'{}'::jsonb";
            case "boolean" -> "false";
            case "timestamp with time zone", "date" -> "now()";
            default -> type.endsWith("[]") ? "'{}'::" + type : "'1'::" + type;
        };
    }

    private String containing(String table) {
        var condition = new StringBuilder("position(:value in stored::text) > 0");
        columns().stream()
                .filter(column -> column.table().equals(table) && column.type().equals("bytea"))
                .forEach(column -> condition
                        .append(" or position(convert_to(:value, 'UTF8') in ")
                        .append(column.name())
                        .append(") > 0"));
        return condition.toString();
    }

    private List<String> tables() {
        return tablesWith(column -> true);
    }

    private List<String> tablesWith(Predicate<Column> wanted) {
        return columns().stream().filter(wanted).map(Column::table).distinct().toList();
    }

    private synchronized List<Column> columns() {
        if (columns == null) {
            columns = readColumns();
        }
        return columns;
    }

    /** All columns of all tables, in the order in which the tables were made. */
    private List<Column> readColumns() {
        return owner.sql("""
                select n.nspname || '.' || c.relname, a.attname, format_type(a.atttypid, null)
                  from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace
                  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                 where c.relkind in ('r', 'p') and not c.relispartition
                   and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_'
                 order by c.oid, a.attnum
                """)
                .query((row, number) -> new Column(
                        Objects.requireNonNull(row.getString(1)),
                        Objects.requireNonNull(row.getString(2)),
                        Objects.requireNonNull(row.getString(3))))
                .list();
    }
}
