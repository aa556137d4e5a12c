package oroshi.database;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;

/** All that the application under test has stored, read by the owner, whom row-level security does not bind. */
@Component
public class WholeDatabase {
    private final JdbcClient owner;

    WholeDatabase(DatabaseServer server) {
        var access = server.access();
        var login = access.owner();
        owner = JdbcClient.create(
                new DriverManagerDataSource(access.url(), login.name(), String.valueOf(login.password())));
    }

    /** Takes back what was published of agreements, which the operator can't: it would hold for the tests that come later. */
    public void withdrawLaterEditions() {
        owner.sql("delete from agreements.template_document where version_rank > 0")
                .update();
        owner.sql("delete from agreements.template where version_rank > 0").update();
    }

    /** How many rows of each table contain the text in any column, bytes included; tables without one are left out. */
    public Map<String, Long> rowsWith(String text) {
        var found = new TreeMap<String, Long>();
        for (var table : tables()) {
            var rows = owner.sql("select count(*) from " + table + " as stored where " + containing(table))
                    .param("text", text)
                    .query(Long.class)
                    .single();
            if (rows > 0) {
                found.put(table, rows);
            }
        }
        return found;
    }

    /**
     * How many rows each table with rows of the partner has of it; that an attempt failed is recorded and not counted.
     */
    public Map<String, Long> rowsOf(PartnerId partnerId) {
        var found = new TreeMap<String, Long>();
        for (var table : columns("column_name = 'partner_id'")) {
            var attempts = table.equals("activity.record") ? " and status <> 'failed'" : "";
            var rows = owner.sql("select count(*) from " + table + " where partner_id = :partnerId" + attempts)
                    .param("partnerId", partnerId.value())
                    .query(Long.class)
                    .single();
            if (rows > 0) {
                found.put(table, rows);
            }
        }
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

    /** Every table with a column that names a customer or a tenant, with those columns. */
    public Map<String, List<String>> tablesOfCustomers() {
        var found = new LinkedHashMap<String, List<String>>();
        for (var table : inTheOrderOfTheirMaking()) {
            var naming = owner.sql("""
                    select column_name from information_schema.columns
                     where table_schema || '.' || table_name = :table and data_type = 'uuid'
                       and (column_name in ('customer_id', 'tenant_id') or right(column_name, 7) = '_tenant')
                    """)
                    .param("table", table)
                    .query((row, number) -> Objects.requireNonNull(row.getString(1)))
                    .list();
            if (!naming.isEmpty()) {
                found.put(table, naming);
            }
        }
        return found;
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
        var condition = new StringBuilder("position(:text in stored::text) > 0");
        for (var column : bytes(table)) {
            condition
                    .append(" or position(convert_to(:text, 'UTF8') in ")
                    .append(column)
                    .append(") > 0");
        }
        return condition.toString();
    }

    /** Those that others point to come first. */
    private List<String> inTheOrderOfTheirMaking() {
        return tables().stream().sorted(Comparator.comparingLong(this::oid)).toList();
    }

    private long oid(String table) {
        return owner.sql("select (:table)::regclass::oid::bigint")
                .param("table", table)
                .query(Long.class)
                .single();
    }

    private List<String> tables() {
        return columns("true");
    }

    private List<String> bytes(String table) {
        return owner.sql("""
                select column_name from information_schema.columns
                 where table_schema || '.' || table_name = :table and data_type = 'bytea'
                """)
                .param("table", table)
                .query((row, number) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }

    private List<String> columns(String condition) {
        return owner.sql("""
                select distinct table_schema || '.' || table_name
                  from information_schema.columns join information_schema.tables using (table_schema, table_name)
                 where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') and %s
                """.formatted(condition))
                .query((row, number) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }
}
