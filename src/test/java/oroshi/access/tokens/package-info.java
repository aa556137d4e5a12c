/** The authority's endpoints, tried over HTTP. */
@NullMarked
package oroshi.access.tokens;

import org.jspecify.annotations.NullMarked;
