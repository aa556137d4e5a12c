/** The activity log: who did what, for which customer, with which values. */
@NullMarked
package oroshi.portal.activity;

import org.jspecify.annotations.NullMarked;
