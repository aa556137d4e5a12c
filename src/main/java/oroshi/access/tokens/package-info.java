/**
 * Tokens for the API: the registered applications, the authority's endpoints in both protocols, the keys that sign.
 * Whoever makes applications known comes here; everybody else meets the result as a {@link oroshi.access.Caller}.
 */
@NullMarked
@NamedInterface("tokens")
package oroshi.access.tokens;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
