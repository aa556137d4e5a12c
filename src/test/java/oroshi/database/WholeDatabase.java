package oroshi.database;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;
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

    /** How many rows of the table meet the condition on its one parameter. */
    public long count(String table, String condition, Object value) {
        return owner.sql("select count(*) from " + table + " where " + condition)
                .param("value", value)
                .query(Long.class)
                .single();
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
