/** Agreements: the texts by country, and a customer's acceptance with its history. */
@NullMarked
package oroshi.portal.agreements;

import org.jspecify.annotations.NullMarked;
