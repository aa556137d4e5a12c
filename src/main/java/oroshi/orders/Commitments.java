package oroshi.orders;

import java.math.BigDecimal;
import java.util.Optional;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.ItemKind;
import oroshi.orders.LineVerdict.Bad;
import oroshi.subscriptions.PurchaseCommitment;

/** What a savings plan has to promise to spend, and nothing else may. */
final class Commitments {
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);
    private static final int MOST_DECIMALS = 10;

    private Commitments() {}

    /** What stands against the promise of the line, or against its lack. */
    static Optional<Bad> obstacle(int position, NewOrderLine asked, CatalogItem item) {
        var promise = asked.particulars().commitment();
        if (item.kind() != ItemKind.SAVINGS_PLAN) {
            return promise.map(unwanted -> bad(position, OrderRefusal.COMMITMENT_NOT_TAKEN, item.title()));
        }
        return promise.map(given -> obstacle(position, given, item))
                .orElseGet(() -> Optional.of(bad(position, OrderRefusal.COMMITMENT_MISSING, item.title())));
    }

    private static Optional<Bad> obstacle(int position, PurchaseCommitment promise, CatalogItem item) {
        if (!promise.isHourly()) {
            return Optional.of(bad(position, OrderRefusal.COMMITMENT_GRAIN, promise.grain()));
        }
        var amount = promise.amount();
        if (amount.compareTo(CatalogItem.LEAST_COMMITMENT) < 0
                || amount.compareTo(MOST) > 0
                || amount.stripTrailingZeros().scale() > MOST_DECIMALS) {
            return Optional.of(
                    bad(position, OrderRefusal.COMMITMENT_AMOUNT, CatalogItem.LEAST_COMMITMENT.toPlainString()));
        }
        var ours = item.currency();
        return promise.isIn(ours)
                ? Optional.empty()
                : Optional.of(bad(position, OrderRefusal.CURRENCY_FOREIGN, ours.getCode(), promise.currency()));
    }

    private static Bad bad(int position, OrderRefusal reason, Object... arguments) {
        return LinePricing.bad(position, ".purchaseCommitment", reason, arguments);
    }
}
