/** The pages on which a partner keeps its own profiles. */
@NullMarked
package oroshi.portal.settings;

import org.jspecify.annotations.NullMarked;
