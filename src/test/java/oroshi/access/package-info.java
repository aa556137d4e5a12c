/** Signing in and being recognised, tried over HTTP; and callers for the tests of other modules. */
@NullMarked
package oroshi.access;

import org.jspecify.annotations.NullMarked;
