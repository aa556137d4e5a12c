/** Tests of the module {@code agreements}. */
@NullMarked
package oroshi.agreements;

import org.jspecify.annotations.NullMarked;
