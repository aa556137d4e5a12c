package oroshi.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.Cloud;

/** All SQL over {@code catalog.price_list_load}. */
@Component
class PriceListLoadTable {
    private static final int MOST_SHOWN = 50;
    private static final String COLUMNS = """
            price_list_id, cloud, name, effective_from, fingerprint, state, rows_stored, files_done, files_total,
            problem_count, problems, started_at, updated_at""";

    private final JdbcClient jdbc;

    PriceListLoadTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(PriceListLoad load) {
        jdbc.sql("""
                insert into catalog.price_list_load (price_list_id, cloud, name, effective_from, fingerprint, state,
                    rows_stored, files_done, files_total, problem_count, problems, started_at, updated_at)
                values (:id, :cloud, :name, :effectiveFrom, :fingerprint, 'RUNNING', 0, 0, :filesTotal, 0, '{}',
                    :startedAt, :startedAt)
                """)
                .param("id", load.id())
                .param("cloud", load.cloud().name())
                .param("name", load.name())
                .param("effectiveFrom", load.effectiveFrom().atOffset(ZoneOffset.UTC))
                .param("fingerprint", load.fingerprint())
                .param("filesTotal", load.filesTotal())
                .param("startedAt", load.startedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The load of the same files for the same day that was interrupted. */
    Optional<PriceListLoad> findInterrupted(Cloud cloud, Instant effectiveFrom, String fingerprint) {
        return jdbc.sql("""
                select %s from catalog.price_list_load
                where cloud = :cloud and effective_from = :effectiveFrom and fingerprint = :fingerprint
                    and state = 'RUNNING'
                """.formatted(COLUMNS))
                .param("cloud", cloud.name())
                .param("effectiveFrom", effectiveFrom.atOffset(ZoneOffset.UTC))
                .param("fingerprint", fingerprint)
                .query(PriceListLoadTable::load)
                .optional();
    }

    /** Ends the unfinished loads of other files for the day; their lists. */
    List<UUID> abandonOthers(Cloud cloud, Instant effectiveFrom, Instant now) {
        return jdbc.sql("""
                update catalog.price_list_load set state = 'ABANDONED', updated_at = :now
                where cloud = :cloud and effective_from = :effectiveFrom and state = 'RUNNING'
                returning price_list_id
                """)
                .param("cloud", cloud.name())
                .param("effectiveFrom", effectiveFrom.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> java.util.Objects.requireNonNull(row.getObject("price_list_id", UUID.class)))
                .list();
    }

    /** Notes how many rows are stored; false when the load is no longer under way. */
    boolean advance(UUID id, long rows, Instant now) {
        return jdbc.sql("""
                update catalog.price_list_load set rows_stored = :rows, updated_at = :now
                where price_list_id = :id and state = 'RUNNING'
                """)
                        .param("id", id)
                        .param("rows", rows)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void noteFiles(UUID id, int done, Instant now) {
        jdbc.sql("""
                update catalog.price_list_load set files_done = :done, updated_at = :now where price_list_id = :id
                """)
                .param("id", id)
                .param("done", done)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Ends the load; false when it is no longer under way. */
    boolean end(UUID id, PriceListLoad.State state, int problemCount, List<String> problems, Instant now) {
        return jdbc.sql("""
                update catalog.price_list_load
                set state = :state, problem_count = :problemCount, problems = :problems, updated_at = :now
                where price_list_id = :id and state = 'RUNNING'
                """)
                        .param("id", id)
                        .param("state", state.name())
                        .param("problemCount", problemCount)
                        .param("problems", problems.toArray(String[]::new))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<PriceListLoad> find(UUID id) {
        return jdbc.sql("select %s from catalog.price_list_load where price_list_id = :id".formatted(COLUMNS))
                .param("id", id)
                .query(PriceListLoadTable::load)
                .optional();
    }

    /** The latest loads, the last one first. */
    List<PriceListLoad> list() {
        return jdbc.sql("""
                select %s from catalog.price_list_load order by started_at desc, price_list_id desc limit :most
                """.formatted(COLUMNS))
                .param("most", MOST_SHOWN)
                .query(PriceListLoadTable::load)
                .list();
    }

    private static PriceListLoad load(ResultSet row, int number) throws SQLException {
        return new PriceListLoad(
                row.getObject("price_list_id", UUID.class),
                Cloud.valueOf(row.getString("cloud")),
                row.getString("name"),
                Columns.instant(row, "effective_from"),
                row.getString("fingerprint"),
                PriceListLoad.State.valueOf(row.getString("state")),
                row.getLong("rows_stored"),
                row.getInt("files_done"),
                row.getInt("files_total"),
                row.getInt("problem_count"),
                Columns.list(row, "problems"),
                Columns.instant(row, "started_at"),
                Columns.instant(row, "updated_at"));
    }
}
