package oroshi.catalog;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionOperations;

/** Pours price rows into {@code catalog.price} at the speed of the database's own copy, a portion at a time. */
final class PricePortions implements PriceSink {
    private static final String COPY = """
            copy catalog.price (price_list_id, market, currency, product_id, sku_id, segment, term, billing_cycle,
                effective_from, tier_from, tier_to, effective_to, sold_until, unit_price, suggested_price) from stdin
            """;

    private final UUID priceListId;
    private final Target target;
    private final Progress progress;
    private final StringBuilder portion = new StringBuilder(1 << 20);
    private long stored;
    private long added;
    private int waiting;

    /**
     * Where portions go.
     *
     * @param rows how many rows a portion has
     */
    record Target(DataSource dataSource, TransactionOperations transactions, int rows) {}

    /** Is told inside the transaction of each portion how many rows are stored now. */
    @FunctionalInterface
    interface Progress {
        void stored(long rows);
    }

    /** @param stored how many rows an earlier attempt has stored already; they are not stored again */
    PricePortions(UUID priceListId, Target target, long stored, Progress progress) {
        this.priceListId = priceListId;
        this.target = target;
        this.stored = stored;
        this.progress = progress;
    }

    @Override
    public void add(PriceText row) {
        if (++added <= stored) {
            return;
        }
        row.appendTo(portion, priceListId);
        if (++waiting >= target.rows()) {
            flush();
        }
    }

    @Override
    public void finish() {
        if (waiting > 0) {
            flush();
        }
    }

    private void flush() {
        var bytes = portion.toString().getBytes(StandardCharsets.US_ASCII);
        target.transactions().executeWithoutResult(together -> {
            copy(bytes);
            progress.stored(added);
        });
        stored = added;
        waiting = 0;
        portion.setLength(0);
    }

    private void copy(byte[] bytes) {
        var connection = DataSourceUtils.getConnection(target.dataSource());
        try {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
            try {
                copy.writeToCopy(bytes, 0, bytes.length);
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("The copy into the price table broke", broken);
        } finally {
            DataSourceUtils.releaseConnection(connection, target.dataSource());
        }
    }
}
