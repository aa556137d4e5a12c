/** The page on which a sandbox partner moves its own clock. */
@NullMarked
package oroshi.portal.sandbox;

import org.jspecify.annotations.NullMarked;
