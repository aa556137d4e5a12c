/** The customer list and the record of a customer: who the customer is, how it is billed and what it is qualified for. */
@NullMarked
package oroshi.portal.customers;

import org.jspecify.annotations.NullMarked;
