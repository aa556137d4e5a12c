package oroshi.orders;

import java.util.Optional;
import org.joda.money.Money;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.Plan;

/**
 * A line that can be bought: what it asks for, found in the catalog and priced.
 *
 * @param position of the line in the request, from zero
 * @param baseLine position of the line that a classic add-on hangs on
 * @param parent the owned subscription that a classic add-on hangs on
 */
record PricedLine(
        int position,
        NewOrderLine asked,
        CatalogItem item,
        Plan plan,
        Optional<Integer> baseLine,
        Optional<SubscriptionId> parent) {
    static PricedLine of(int position, NewOrderLine asked, CatalogItem item, Plan plan) {
        return new PricedLine(position, asked, item, plan, Optional.empty(), Optional.empty());
    }

    PricedLine onLine(int base) {
        return new PricedLine(position, asked, item, plan, Optional.of(base), Optional.empty());
    }

    PricedLine onSubscription(SubscriptionId base) {
        return new PricedLine(position, asked, item, plan, Optional.empty(), Optional.of(base));
    }

    int quantity() {
        return asked.quantity();
    }

    /** The price at each charge. */
    Money charge() {
        return plan.chargeFor(quantity());
    }

    /** The price over the whole term. */
    Money total() {
        return plan.totalFor(quantity());
    }

    /** Classic add-ons exist only beneath a base. */
    boolean needsBase() {
        return item.isLegacy() && item.isAddOn();
    }

    /** Lines of one group become one order: they share purchase system and billing cycle. */
    String group() {
        return item.orderGroup() + "/" + (item.isLegacy() ? "classic" : "new") + "/"
                + plan.billingCycle().wire();
    }
}
