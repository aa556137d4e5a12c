/** The small portal of a customer's own people: the agreement to accept, and the partners that serve them. */
@NullMarked
package oroshi.portal.customerportal;

import org.jspecify.annotations.NullMarked;
