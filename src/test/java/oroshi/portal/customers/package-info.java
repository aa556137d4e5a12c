/** Proofs of the customer list and record. */
@NullMarked
package oroshi.portal.customers;

import org.jspecify.annotations.NullMarked;
