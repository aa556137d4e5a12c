/**
 * The directories of partners and customers alike: tenants, their domains, users with their roles, password hashes and
 * second factors. A customer's directory outlives its partner, so nothing here knows a relationship. Onboarding makes
 * tenants here, access asks it who signs in, customers and the portal ask it for names.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "basics", "clock", "database", "rest"})
package oroshi.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
