/** Proofs of the customers: rules of names, addresses and e-mails, rows, search, and the wire. */
@NullMarked
package oroshi.customers;

import org.jspecify.annotations.NullMarked;
