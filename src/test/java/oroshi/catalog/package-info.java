/** Tests of the catalog. */
@NullMarked
package oroshi.catalog;

import org.jspecify.annotations.NullMarked;
