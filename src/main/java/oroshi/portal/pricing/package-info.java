/** Where partners download price lists. */
@NullMarked
package oroshi.portal.pricing;

import org.jspecify.annotations.NullMarked;
