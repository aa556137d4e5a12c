/**
 * What is sold: products, SKUs, availabilities and legacy offers with their prices, per market, currency and segment.
 *
 * <p>Owns the price lists. It does not know customers, partners or orders: who asks says where the buyer and the seller
 * are, in which currency they deal and at what moment. Onboarding, orders and subscriptions price their lines here.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "basics", "clock", "database", "rest"})
package oroshi.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
