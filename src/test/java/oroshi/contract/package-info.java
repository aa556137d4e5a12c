/** The published contract as files that the tests read: what it declares, whether answers keep to it, and the fuzz run. */
@NullMarked
package oroshi.contract;

import org.jspecify.annotations.NullMarked;
