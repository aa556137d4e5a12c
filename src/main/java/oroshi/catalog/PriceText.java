package oroshi.catalog;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A price row as the database's copy reads it, but for the list's id.
 *
 * @param key what no other row of the list may have: everything up to the tier
 */
record PriceText(String key, String rest) {
    private static final String TAB = "\t";

    /** No value can hold a tab or a backslash: ids, codes and numbers have passed their forms. */
    static PriceText of(PriceSheetReader.Priced priced) {
        var row = priced.row();
        var tier = priced.tier();
        var key = String.join(
                TAB,
                priced.market(),
                priced.currency(),
                row.productId(),
                row.skuId(),
                row.segment().name(),
                row.term().wire(),
                row.billingCycle().name(),
                row.from().toString(),
                Long.toString(tier.from()));
        var rest = String.join(
                TAB,
                orNull(tier.to()),
                row.to().toString(),
                orNull(priced.soldUntil()),
                row.unitPrice().toPlainString(),
                row.suggestedPrice().toPlainString());
        return new PriceText(key, rest);
    }

    void appendTo(StringBuilder portion, UUID priceListId) {
        portion.append(priceListId)
                .append(TAB)
                .append(key)
                .append(TAB)
                .append(rest)
                .append('\n');
    }

    private static String orNull(@Nullable Object value) {
        return Objects.toString(value, "\\N");
    }
}
