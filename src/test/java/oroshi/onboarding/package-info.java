@NullMarked
package oroshi.onboarding;

import org.jspecify.annotations.NullMarked;
