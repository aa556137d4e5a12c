/** What a customer has: its subscriptions, each with nickname and reseller, and the orders that brought them. */
@NullMarked
package oroshi.portal.orders;

import org.jspecify.annotations.NullMarked;
