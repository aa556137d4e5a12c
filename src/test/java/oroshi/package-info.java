/** What the tests of all modules share. */
@NullMarked
package oroshi;

import org.jspecify.annotations.NullMarked;
