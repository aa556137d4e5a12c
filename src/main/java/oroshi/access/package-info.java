/**
 * Who calls and what they may do: sign-in, sessions, second factor, tokens, registered applications, roles and the
 * permission matrix. It tells every other module the {@link oroshi.access.Caller}. People and their password hashes
 * belong to the directory; access asks for them through {@link oroshi.access.Accounts}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"basics", "database", "rest"})
package oroshi.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
