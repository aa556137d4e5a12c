package oroshi.activity;

import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;

/** Whose customers are whose: an address may name anybody's, but the log names only the partner's own. */
public interface OwnCustomers {
    boolean has(PartnerId partnerId, CustomerId customerId);
}
