/** Kills the application and its database under load and looks at what is left. */
@NullMarked
package oroshi.crash;

import org.jspecify.annotations.NullMarked;
