/**
 * From classic subscriptions to new commerce: whether one can go, the way there, and ways that begin on a later day.
 *
 * <p>Owns migrations, what happened on the way, and their schedules. What ends and what begins belongs to subscriptions, the
 * orders to orders; which SKU takes an offer over says the catalog. The API and the portal ask it.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "basics",
            "catalog",
            "clock",
            "database",
            "orders",
            "partners",
            "relationships",
            "rest",
            "subscriptions"
        })
package oroshi.migrations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
