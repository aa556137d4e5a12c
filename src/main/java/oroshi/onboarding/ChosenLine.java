package oroshi.onboarding;

import java.util.Optional;
import org.joda.money.Money;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.Plan;

/**
 * A chosen offer as the catalog sells it at this moment.
 *
 * @param previousPrice the unit price the user saw, when it is another one now (J1-18)
 */
public record ChosenLine(LineInput input, CatalogItem item, Plan plan, int quantity, Optional<Money> previousPrice) {
    /** The price of the line at each charge, before tax. */
    public Money charge() {
        return plan.chargeFor(quantity);
    }
}
