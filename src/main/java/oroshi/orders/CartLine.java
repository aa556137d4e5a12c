package oroshi.orders;

import java.util.Optional;
import org.joda.money.Money;
import oroshi.basics.Problem;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.ItemKind;
import oroshi.catalog.LocalizedText;
import oroshi.catalog.Plan;

/**
 * One line of a cart as it stands at the moment.
 *
 * @param item what the catalog sells under its id now; empty when it sells nothing
 * @param plan the way to pay that was asked for
 * @param price what the line costs with its promotion and its end date; empty while it can't be bought
 * @param previousPrice the unit price that the buyer saw, when it is another one now (J1-18)
 * @param problem why the line can't be bought as it is
 */
public record CartLine(
        NewOrderLine asked,
        LocalizedText title,
        Optional<CatalogItem> item,
        Optional<Plan> plan,
        Optional<LinePrice> price,
        Optional<Money> previousPrice,
        Optional<Problem> problem) {
    /** The price at each charge, before tax; empty while the line can't be priced. */
    public Optional<Money> charge() {
        return price.map(found -> found.unit().multipliedBy(asked.quantity()))
                .or(() -> plan.map(way -> way.chargeFor(asked.quantity())));
    }

    /** Whether it follows a base in the same cart. */
    public boolean isAddOn() {
        return asked.baseLine().isPresent();
    }

    /** Whether it is capacity for a usage subscription, paid in advance. */
    public boolean isReservation() {
        return item.map(CatalogItem::kind).filter(ItemKind.RESERVATION::equals).isPresent();
    }

    /** Whether the partner must make a statement to buy it. */
    public boolean needsAttestation() {
        return item.map(CatalogItem::needsAttestation).orElse(false);
    }

    /** Whether only the partner's statement is missing. */
    public boolean lacksAttestation() {
        return problem.filter(found -> found.reason() == OrderRefusal.ATTESTATION_MISSING)
                .isPresent();
    }

    /** Whether the buyer may not choose how many. */
    public boolean hasFixedQuantity() {
        return item.map(CatalogItem::hasFixedQuantity).orElse(true);
    }
}
