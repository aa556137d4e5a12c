/**
 * The contract as conversations: every file below {@code oroshi/exchanges} is a request that somebody may send and the
 * answer that they get, for each operation and each of its errors.
 */
@NullMarked
package oroshi.exchanges;

import org.jspecify.annotations.NullMarked;
