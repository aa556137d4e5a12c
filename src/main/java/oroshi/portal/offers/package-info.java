/** What every page that lists offers shares: filters, rows with what was typed, and reading that back. */
@NullMarked
package oroshi.portal.offers;

import org.jspecify.annotations.NullMarked;
