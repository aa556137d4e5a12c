/**
 * What only sandbox partners can do: move their own clock. Owns what was asked for, how far it has come and what ran on the
 * way. What time it is belongs to the clock; what falls due belongs to the modules that offer it as
 * {@link oroshi.clock.DueWork}. The API and the portal ask it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "basics", "clock", "database", "partners", "rest"})
package oroshi.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
