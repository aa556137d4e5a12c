package oroshi.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.namedparam.EmptySqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.ConcurrentLruCache;

/**
 * The writes of a transaction whose results nobody awaits one by one. They wait here and go to the database in their
 * order and in one trip: before any other statement of the transaction, when somebody asks for it, and before the commit.
 *
 * <p>A transaction of a dozen small writes spends most of its time on the way to the database and back. What a write
 * must have changed is said with it and is looked at when the trip is over; a refusal then undoes all of them.
 */
public final class Writes {
    private static final int KNOWN_STATEMENTS = 512;
    private static final SqlParameterSource NO_VALUES = EmptySqlParameterSource.INSTANCE;
    private static final Pattern ONE_ROW = Pattern.compile("(?is)(.*\\bvalues\\s*)(\\(.*\\))\\s*");

    private final DataSource dataSource;
    private final SQLExceptionTranslator translator = new SQLExceptionSubclassTranslator();
    private final ConcurrentLruCache<String, ParsedSql> parsed =
            new ConcurrentLruCache<>(KNOWN_STATEMENTS, NamedParameterUtils::parseSqlStatement);

    Writes(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Adds a write of which nothing is expected. */
    public void add(String sql, SqlParameterSource values) {
        add(sql, values, Writes::expectNothing);
    }

    /**
     * Adds a write.
     *
     * @param onCount hears how many rows it changed, after the trip; what it throws fails the transaction
     */
    public void add(String sql, SqlParameterSource values, IntConsumer onCount) {
        var known = parsed.get(sql);
        waiting()
                .add(new Write(
                        NamedParameterUtils.substituteNamedParameters(known, values),
                        valuesOf(known, values).toList(),
                        onCount));
    }

    /** Adds an insert of many rows. Its text has the values of one row, which is the last thing in it. */
    public void addRows(String sql, List<? extends SqlParameterSource> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var known = parsed.get(sql);
        var values = rows.stream()
                .<@Nullable Object>flatMap(row -> valuesOf(known, row))
                .toList();
        waiting()
                .add(new Write(
                        repeated(NamedParameterUtils.substituteNamedParameters(known, rows.getFirst()), rows.size()),
                        values,
                        Writes::expectNothing));
    }

    /** Marks a place to come back to: it is set in its turn, in the same trip as the writes around it. */
    public void savepoint(String name) {
        add("savepoint " + name, NO_VALUES);
    }

    /** Takes back everything since the savepoint, which was sent before, and forgets what waits. */
    public void rollBackTo(String name) {
        TransactionSynchronizationManager.getSynchronizations().forEach(each -> each.savepointRollback(name));
        add("rollback to savepoint " + name, NO_VALUES);
        flush();
    }

    /** Sends what waits, now, so that what is wrong with it is known here. */
    public void flush() {
        TransactionCargo.find(Waiting.class)
                .map(Waiting::take)
                .filter(writes -> !writes.isEmpty())
                .ifPresent(this::send);
    }

    private static void expectNothing(int count) {}

    private static Stream<@Nullable Object> valuesOf(ParsedSql known, SqlParameterSource values) {
        return Stream.of(NamedParameterUtils.buildValueArray(known, values, null));
    }

    private static String repeated(String oneRow, int rows) {
        var parts = ONE_ROW.matcher(oneRow);
        if (!parts.matches()) {
            throw new IllegalArgumentException("An insert of many rows ends with the values of one: " + oneRow);
        }
        return parts.group(1)
                + Stream.generate(() -> parts.group(2)).limit(rows).collect(Collectors.joining(", "));
    }

    private void send(List<Write> writes) {
        var counts = counts(writes);
        for (var i = 0; i < counts.length; i++) {
            writes.get(i).onCount().accept(counts[i]);
        }
    }

    /** One trip: the driver sends all statements of a text before it waits for the first answer. */
    private int[] counts(List<Write> writes) {
        var sql = writes.stream().map(Write::sql).collect(Collectors.joining(";\n"));
        var values = writes.stream().flatMap(write -> write.values().stream()).toArray();
        var connection = DataSourceUtils.getConnection(dataSource);
        try (var statement = connection.prepareStatement(sql)) {
            new ArgumentPreparedStatementSetter(values).setValues(statement);
            statement.execute();
            return counts(statement, writes.size());
        } catch (SQLException failed) {
            var translated = translator.translate("Writes", sql, failed);
            throw translated == null ? new IllegalStateException(failed) : translated;
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static int[] counts(PreparedStatement statement, int writes) throws SQLException {
        var counts = new int[writes];
        for (var i = 0; i < writes; i++) {
            counts[i] = statement.getUpdateCount();
            statement.getMoreResults();
        }
        return counts;
    }

    /** A statement with the values of its marks in their order. */
    private record Write(String sql, List<@Nullable Object> values, IntConsumer onCount) {}

    private static Waiting waiting() {
        return TransactionCargo.get(
                Waiting.class, Waiting::new, "A write waits for the end of a transaction, and there is none");
    }

    /** What waits in one transaction; a rollback to a savepoint forgets it. */
    private static final class Waiting implements TransactionSynchronization {
        private final List<Write> writes = new ArrayList<>();

        void add(Write write) {
            writes.add(write);
        }

        List<Write> take() {
            var taken = List.copyOf(writes);
            writes.clear();
            return taken;
        }

        @Override
        public void savepointRollback(Object savepoint) {
            writes.clear();
        }
    }
}
