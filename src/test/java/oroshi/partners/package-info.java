/** Tests of the module {@code partners}. */
@NullMarked
package oroshi.partners;

import org.jspecify.annotations.NullMarked;
