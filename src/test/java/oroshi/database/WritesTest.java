package oroshi.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import oroshi.OroshiTest;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;

@OroshiTest
class WritesTest {
    private static final String INSERT =
            "insert into clock.partner_clock (partner_id, shift_millis, version) values (:partner, :shift, :version)";
    private static final String UPDATE =
            "update clock.partner_clock set shift_millis = shift_millis * 10 + :shift where partner_id = :partner";

    private final PartnerId partner = new PartnerId(Ids.next());

    @Autowired
    private Writes writes;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void carriesEverythingOutInItsOrderBeforeTheCommit() {
        inTransaction(status -> {
            writes.add(INSERT, shift(1));
            writes.add(UPDATE, shift(2));
            writes.add(UPDATE, shift(3));
        });
        assertThat(shifts()).containsExactly(123L);
    }

    @Test
    void letsTheNextStatementSeeWhatWaited() {
        inTransaction(status -> {
            writes.add(INSERT, shift(7));
            assertThat(read()).containsExactly(7L);
        });
    }

    @Test
    void tellsEachWriteHowManyRowsItChanged() {
        var counts = new ArrayList<Integer>();
        inTransaction(status -> {
            writes.add(UPDATE, shift(1), counts::add);
            writes.add(INSERT, shift(1), counts::add);
            writes.add(UPDATE, shift(2), counts::add);
            writes.flush();
            assertThat(counts).containsExactly(0, 1, 1);
        });
    }

    @Test
    void undoesAllOfThemWhenOneIsNotWhatItShouldBe() {
        assertThatThrownBy(() -> inTransaction(status -> {
                    writes.add(INSERT, shift(1));
                    writes.add(UPDATE, new MapSqlParameterSource("partner", Ids.next()).addValue("shift", 1), count -> {
                        throw new IllegalStateException("nobody there: " + count);
                    });
                }))
                .hasMessage("nobody there: 0");
        assertThat(shifts()).isEmpty();
    }

    @Test
    void reportsAConstraintAsEveryStatementDoes() {
        assertThatThrownBy(() -> inTransaction(status -> {
                    writes.add(INSERT, shift(1));
                    writes.add(INSERT, shift(2));
                    writes.flush();
                }))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(shifts()).isEmpty();
    }

    @Test
    void forgetsWhatWaitsOnTheWayBackToASavepoint() {
        inTransaction(status -> {
            writes.add(INSERT, shift(1));
            writes.flush();
            var before = status.createSavepoint();
            writes.add(UPDATE, shift(2));
            status.rollbackToSavepoint(before);
        });
        assertThat(shifts()).containsExactly(1L);
    }

    @Test
    void insertsManyRowsWithOneStatement() {
        var counts = new ArrayList<Integer>();
        inTransaction(status -> {
            writes.addRows("""
                    insert into activity.record (partner_id, record_id, occurred_at, operation, resource_type,
                        resource_id, status, user_name, old_values, new_values, details)
                    values (:partner, :id, now(), 'test', 'test', :number, 'succeeded', 'nobody', '{}', '{}', '{}')
                    """, LongStream.range(0, 5).mapToObj(this::row).toList());
            writes.add("delete from clock.partner_clock where partner_id = :partner", shift(0), counts::add);
        });
        var stored = PartnerScope.call(partner, () -> new TransactionTemplate(transactions)
                .<Long>execute(status -> jdbc.sql("select count(*) from activity.record where partner_id = :partner")
                        .param("partner", partner.value())
                        .query(Long.class)
                        .single()));
        assertThat(stored).isEqualTo(5);
        assertThat(counts).containsExactly(0);
    }

    @Test
    void refusesAWriteOutsideATransaction() {
        assertThatThrownBy(() -> writes.add(INSERT, shift(1))).isInstanceOf(IllegalStateException.class);
    }

    private MapSqlParameterSource row(long number) {
        return new MapSqlParameterSource("partner", partner.value())
                .addValue("id", Ids.next())
                .addValue("number", String.valueOf(number));
    }

    private MapSqlParameterSource shift(long millis) {
        return new MapSqlParameterSource("partner", partner.value())
                .addValue("shift", millis)
                .addValue("version", 1);
    }

    private void inTransaction(java.util.function.Consumer<TransactionStatus> work) {
        PartnerScope.run(partner, () -> new TransactionTemplate(transactions).executeWithoutResult(work));
    }

    private List<Long> shifts() {
        return PartnerScope.call(
                partner, () -> new TransactionTemplate(transactions).<List<Long>>execute(status -> read()));
    }

    private List<Long> read() {
        return jdbc.sql("select shift_millis from clock.partner_clock where partner_id = :partner")
                .param("partner", partner.value())
                .query((row, number) -> row.getLong(1))
                .list();
    }
}
