/** Tests of carts and orders. */
@NullMarked
package oroshi.orders;

import org.jspecify.annotations.NullMarked;
