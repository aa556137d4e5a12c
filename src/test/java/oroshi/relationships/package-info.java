/** Tests of the module {@code relationships}. */
@NullMarked
package oroshi.relationships;

import org.jspecify.annotations.NullMarked;
