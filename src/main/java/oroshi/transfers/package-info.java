/**
 * Subscriptions that go from one partner of a customer to another: what is offered, accepted, rejected or withdrawn.
 *
 * <p>Owns the transfers, with a row on each side. What ends with one partner and begins with the other belongs to
 * subscriptions, the orders to orders. The API asks it.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "basics",
            "catalog",
            "clock",
            "database",
            "mail",
            "orders",
            "partners",
            "relationships",
            "rest",
            "subscriptions"
        })
package oroshi.transfers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
