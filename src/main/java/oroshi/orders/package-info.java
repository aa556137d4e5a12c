/**
 * Carts and orders: what a partner is about to buy for a customer, and what it has bought.
 *
 * <p>Owns carts, orders and their lines, and the rules of buying: whether, what, at which price, within which credit.
 * What an order leaves behind to run is a subscription and belongs to subscriptions. Onboarding and the portal place
 * orders here; every order is told as an event.
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
            "rest",
            "subscriptions"
        })
package oroshi.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
