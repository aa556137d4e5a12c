/** How often a partner or an application may call, and what it hears when it calls more often. */
@NullMarked
package oroshi.access.throttling;

import org.jspecify.annotations.NullMarked;
