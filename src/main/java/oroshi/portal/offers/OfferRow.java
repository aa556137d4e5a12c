package oroshi.portal.offers;

import java.util.List;
import java.util.Optional;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.ItemKind;
import oroshi.catalog.Plan;
import oroshi.onboarding.LineInput;
import oroshi.portal.Choice;

/**
 * One offer in a list of offers.
 *
 * @param input what was typed for it
 * @param plan the way to pay that is chosen, or proposed
 * @param most the most units that can be chosen: an add-on has no more than its base
 * @param enabled whether a quantity can be given: an add-on needs a quantity of its base
 * @param shown whether the filters let it through
 * @param pinned whether it stands at the top
 */
public record OfferRow(
        CatalogItem item,
        Optional<CatalogItem> base,
        LineInput input,
        Plan plan,
        List<Choice> cycles,
        int most,
        boolean enabled,
        boolean shown,
        boolean pinned,
        List<OfferRow> addOns) {
    public OfferRow {
        cycles = List.copyOf(cycles);
        addOns = List.copyOf(addOns);
    }

    public boolean isMetered() {
        return item.kind() == ItemKind.USAGE;
    }

    /** Whether it is only to be ticked, because its quantity is fixed. */
    public boolean isTicked() {
        return item.hasFixedQuantity() || isMetered();
    }

    public boolean isFree() {
        return !isMetered() && plan.unitPrice().isZero();
    }

    /** The quantity of an offer that is only ticked. */
    public String fixedQuantity() {
        return String.valueOf(Math.max(1, item.minimumQuantity()));
    }

    public boolean isAddOn() {
        return base.isPresent();
    }

    /** Whether it or one of its add-ons is shown. */
    public boolean isVisible() {
        return shown || addOns.stream().anyMatch(OfferRow::shown);
    }
}
