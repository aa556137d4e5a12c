/**
 * From classic subscriptions to new commerce: whether one can go, the way there, and ways that begin on a later day. And
 * of customers from classic Azure to the Azure plan, with everything that they own.
 *
 * <p>Owns migrations, what happened on the way, their schedules, and moves to the plan. What ends and what begins belongs to subscriptions, the
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
