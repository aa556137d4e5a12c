/** Indirect resellers and indirect providers: who works with whom, invitations, and their acceptance. */
@NullMarked
package oroshi.portal.relationships;

import org.jspecify.annotations.NullMarked;
