package oroshi.orders;

import java.util.List;
import java.util.Optional;
import oroshi.basics.Problem;
import oroshi.catalog.CatalogItem;
import oroshi.subscriptions.Subscription;

/**
 * Something the catalog sells to a customer.
 *
 * @param obstacle why it can't be bought at the moment all the same
 * @param owned the customer's subscription of the same item, be it in use or suspended
 * @param needed what the customer has to buy first, as far as it is on sale
 */
public record Offering(
        CatalogItem item, Optional<Problem> obstacle, Optional<Subscription> owned, List<CatalogItem> needed) {
    public Offering {
        needed = List.copyOf(needed);
    }

    public boolean isAvailable() {
        return obstacle.isEmpty();
    }

    /** Whether something else has to be bought first. */
    public boolean lacksPrerequisite() {
        return obstacle.filter(problem -> problem.reason() == OrderRefusal.PREREQUISITE_MISSING)
                .isPresent();
    }
}
