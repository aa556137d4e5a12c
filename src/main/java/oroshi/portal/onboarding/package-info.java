/** The wizard that adds a customer: Account info, Subscriptions, Review, Confirmation. */
@NullMarked
package oroshi.portal.onboarding;

import org.jspecify.annotations.NullMarked;
