/**
 * What is sold: products, SKUs, availabilities and legacy offers with their prices, per market, currency and segment.
 *
 * <p>Owns the price lists, what each partner has pinned, and the margins that publishers granted. Its rules do not know
 * customers, partners or orders: who asks says where the buyer and the seller are, in which currency they deal and at what
 * moment. Onboarding, orders and subscriptions price their lines here.
 *
 * <p>Only the operations of the API that read the catalog for a customer look up partners and customers: these decide
 * country, currency and segment of such a request.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "basics", "clock", "customers", "database", "partners", "rest"})
package oroshi.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
