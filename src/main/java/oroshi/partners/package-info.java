/**
 * The partners of the programme: who they are, where they may sell, what they may owe, which validation codes they hold
 * and what each says about itself in its profiles. Owns the registry of partners. It does not know their users
 * (directory), their customers, or which provider works with which reseller (relationships).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "basics", "clock", "database", "directory", "mail", "rest"})
package oroshi.partners;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
