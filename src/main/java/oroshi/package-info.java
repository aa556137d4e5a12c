/** The application itself: it only starts the modules beneath it. */
@NullMarked
package oroshi;

import org.jspecify.annotations.NullMarked;
