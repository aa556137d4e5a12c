/** The pages on which people sign in to the portal and to the customer portal, step by step. */
@NullMarked
package oroshi.portal.signin;

import org.jspecify.annotations.NullMarked;
