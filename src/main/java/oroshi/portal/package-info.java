/**
 * The pages of the portal in English and Japanese. Owns no data and no rules: it asks the doors of the other modules
 * and shows what they answer. This package holds the shell around every page (layout, menu, languages, formats, forms,
 * tables); the pages of a capability live in a package beneath it.
 */
@NullMarked
package oroshi.portal;

import org.jspecify.annotations.NullMarked;
