/**
 * What a partner does in the directory of a customer that it administers: users, directory roles and licenses.
 *
 * <p>Owns who has which license. People and roles are the directory's, how many licenses there are follows from the
 * subscriptions of all partners that serve the customer; here stands who may touch them. Subscriptions asks here how many
 * licenses are in use; the portal asks for everything that its pages show and do.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "basics",
            "catalog",
            "clock",
            "customers",
            "database",
            "directory",
            "partners",
            "relationships",
            "rest",
            "subscriptions"
        })
package oroshi.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
