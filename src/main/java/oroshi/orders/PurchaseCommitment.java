package oroshi.orders;

import java.math.BigDecimal;

/**
 * What a savings plan promises to spend.
 *
 * @param amount spent in each grain of time
 * @param currency in the letters that the buyer used
 * @param grain how long a grain of time is; only an hour is sold
 */
public record PurchaseCommitment(BigDecimal amount, String currency, String grain) {}
