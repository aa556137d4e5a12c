package oroshi.catalog;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Pours price rows into {@code catalog.price} at the speed of the database's own copy, a portion at a time. While the
 * database stores one, the next is read.
 */
final class PricePortions implements PriceSink {
    private static final String COPY = """
            copy catalog.price (price_list_id, market, currency, product_id, sku_id, segment, term, billing_cycle,
                effective_from, tier_from, tier_to, effective_to, sold_until, unit_price, suggested_price) from stdin
            """;

    private static final int SPARE = 1 << 12;

    private final UUID priceListId;
    private final Target target;
    private final Progress progress;
    private StringBuilder portion = new StringBuilder();
    private CompletableFuture<Void> beingStored = CompletableFuture.completedFuture(null);
    private final long stored;
    private long added;
    private int waiting;

    /**
     * Where portions go.
     *
     * @param rows how many rows a portion has
     * @param storing stores one portion after the other; whoever closes it has waited for the last
     */
    record Target(DataSource dataSource, TransactionOperations transactions, int rows, Executor storing) {
        /** Everything in the present transaction. */
        static Target here(DataSource dataSource, int rows) {
            return new Target(dataSource, TransactionOperations.withoutTransaction(), rows, Runnable::run);
        }
    }

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
        awaitStored();
    }

    private void flush() {
        awaitStored();
        var full = portion;
        var rows = added;
        beingStored = CompletableFuture.runAsync(() -> store(full, rows), target.storing());
        portion = new StringBuilder(full.length() + SPARE);
        waiting = 0;
    }

    private void store(StringBuilder full, long rows) {
        var bytes = full.toString().getBytes(StandardCharsets.US_ASCII);
        target.transactions().executeWithoutResult(together -> {
            copy(bytes);
            progress.stored(rows);
        });
    }

    /** At most one portion is under way; what broke there ends the load. */
    private void awaitStored() {
        try {
            beingStored.join();
        } catch (CompletionException broken) {
            throw broken.getCause() instanceof RuntimeException known ? known : broken;
        }
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
