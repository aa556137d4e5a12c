/**
 * How Oroshi reaches PostgreSQL: the embedded server or an external one, the pool, the two roles, migrations, and the
 * partner whose rows a transaction may see. Owns no table.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"basics"})
package oroshi.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
