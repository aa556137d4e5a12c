/** What time it is for a partner: real time, unless the clock of a sandbox partner has been moved. */
@NullMarked
@ApplicationModule(allowedDependencies = {"basics", "database"})
package oroshi.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
