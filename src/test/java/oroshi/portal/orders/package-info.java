/** Tests of the pages about subscriptions and orders. */
@NullMarked
package oroshi.portal.orders;

import org.jspecify.annotations.NullMarked;
