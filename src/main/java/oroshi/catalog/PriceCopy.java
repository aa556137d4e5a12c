package oroshi.catalog;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Pours price rows into {@code catalog.price} at the speed of the database's own copy. */
final class PriceCopy {
    private static final int CHUNK = 1 << 16;

    private final UUID priceListId;
    private final CopyIn copy;
    private final StringBuilder chunk = new StringBuilder(CHUNK + 512);

    private PriceCopy(UUID priceListId, CopyIn copy) {
        this.priceListId = priceListId;
        this.copy = copy;
    }

    static PriceCopy into(Connection connection, UUID priceListId) throws SQLException {
        return new PriceCopy(
                priceListId, connection.unwrap(PGConnection.class).getCopyAPI().copyIn("""
                copy catalog.price (price_list_id, market, currency, product_id, sku_id, segment, term, billing_cycle,
                    effective_from, tier_from, tier_to, effective_to, sold_until, unit_price, suggested_price) from stdin
                """));
    }

    /** Adds a row. No value can hold a tab or a backslash: ids, codes and numbers have passed their forms. */
    void add(PriceSheetReader.Priced priced) throws SQLException {
        var row = priced.row();
        var tier = priced.tier();
        chunk.append(priceListId)
                .append('\t')
                .append(priced.market())
                .append('\t')
                .append(priced.currency())
                .append('\t')
                .append(row.productId())
                .append('\t')
                .append(row.skuId())
                .append('\t')
                .append(row.segment())
                .append('\t')
                .append(row.term().wire())
                .append('\t')
                .append(row.billingCycle())
                .append('\t')
                .append(row.from())
                .append('\t')
                .append(tier.from())
                .append('\t')
                .append(orNull(tier.to()))
                .append('\t')
                .append(row.to())
                .append('\t')
                .append(orNull(priced.soldUntil()))
                .append('\t')
                .append(row.unitPrice().toPlainString())
                .append('\t')
                .append(row.suggestedPrice().toPlainString())
                .append('\n');
        if (chunk.length() >= CHUNK) {
            flush();
        }
    }

    private static Object orNull(@Nullable Object value) {
        return Objects.requireNonNullElse(value, "\\N");
    }

    void finish() throws SQLException {
        flush();
        copy.endCopy();
    }

    void cancel() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void flush() throws SQLException {
        var bytes = chunk.toString().getBytes(StandardCharsets.US_ASCII);
        copy.writeToCopy(bytes, 0, bytes.length);
        chunk.setLength(0);
    }
}
