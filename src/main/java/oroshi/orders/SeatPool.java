package oroshi.orders;

import oroshi.catalog.CatalogItem;
import oroshi.catalog.Category;

/** Products for small businesses: their maximum holds for all of a customer's subscriptions together. */
final class SeatPool {
    private SeatPool() {}

    static boolean holds(CatalogItem item) {
        return !item.isLegacy() && !item.isTrial() && item.category() == Category.SMALL_BUSINESS;
    }
}
