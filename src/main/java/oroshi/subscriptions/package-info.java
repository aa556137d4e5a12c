/**
 * The subscriptions of all customers: what runs, for how many, since when, until when, and who resells it.
 *
 * <p>Owns subscriptions, what is charged for them and why, and the count of limited purchases. It does not decide what may be bought: orders does, and hands
 * over what is to be set up. Orders and the portal ask it; every change is told as an event.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "activity",
            "agreements",
            "basics",
            "catalog",
            "clock",
            "customers",
            "database",
            "partners",
            "relationships",
            "rest"
        })
package oroshi.subscriptions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
