/** A real Chromium for tests of what a person sees. */
@NullMarked
package oroshi.browser;

import org.jspecify.annotations.NullMarked;
