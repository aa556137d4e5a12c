@NullMarked
package oroshi.directory;

import org.jspecify.annotations.NullMarked;
