/** Tests of subscriptions. */
@NullMarked
package oroshi.subscriptions;

import org.jspecify.annotations.NullMarked;
