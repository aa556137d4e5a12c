/**
 * What the bell tells the people of a partner: something happened or is about to happen that a person should look at.
 * Listens to other modules' events inside their transactions and looks at the calendar once a day. Owns what was told, to
 * whom, and what each person has read; nobody but the portal asks it.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "agreements",
            "basics",
            "catalog",
            "clock",
            "database",
            "directory",
            "partners",
            "relationships",
            "rest",
            "subscriptions",
            "transfers"
        })
package oroshi.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
