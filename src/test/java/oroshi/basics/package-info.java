/** Proofs of the words every module speaks. */
@NullMarked
package oroshi.basics;

import org.jspecify.annotations.NullMarked;
