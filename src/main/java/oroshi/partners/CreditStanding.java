package oroshi.partners;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How a partner stands with the operator, in the partner's currency. What may still be ordered is the limit, less
 * unpaid invoices and unbilled charges, plus what was paid too much.
 */
public record CreditStanding(Optional<BigDecimal> limit, BigDecimal unpaid, BigDecimal unbilled, BigDecimal overpaid) {
    /** Nothing owed and no limit. */
    public static final CreditStanding UNLIMITED =
            new CreditStanding(Optional.empty(), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /** A limit and what counts against it. */
    public static CreditStanding of(String limit, String unpaid, String unbilled, String overpaid) {
        return new CreditStanding(
                Optional.of(new BigDecimal(limit)),
                new BigDecimal(unpaid),
                new BigDecimal(unbilled),
                new BigDecimal(overpaid));
    }

    /** By how much an order of the amount would exceed the limit; zero when it fits. */
    BigDecimal shortfall(BigDecimal amount) {
        return limit.map(most ->
                        amount.add(unpaid).add(unbilled).subtract(overpaid).subtract(most))
                .orElse(BigDecimal.ZERO)
                .max(BigDecimal.ZERO);
    }
}
