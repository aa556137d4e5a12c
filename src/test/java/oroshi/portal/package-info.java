/** What every page has in common. */
@NullMarked
package oroshi.portal;

import org.jspecify.annotations.NullMarked;
