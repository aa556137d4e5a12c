/** What the bell leads to: everything a person was told, and whether it has been read. */
@NullMarked
package oroshi.portal.notifications;

import org.jspecify.annotations.NullMarked;
