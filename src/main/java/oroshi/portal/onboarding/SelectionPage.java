package oroshi.portal.onboarding;

import java.util.List;
import oroshi.onboarding.Selection;
import oroshi.portal.Form;
import oroshi.portal.offers.OfferChoices;
import oroshi.portal.offers.OfferRow;

/**
 * What the Subscriptions page shows.
 *
 * @param readOnly whether nothing can be ordered before the customer accepts the agreement (J1-15)
 * @param pinnedElsewhere what takes a pin and is not sold to this customer
 */
public record SelectionPage(
        Wizard wizard,
        Form form,
        List<OfferRow> rows,
        Selection selection,
        OfferChoices choices,
        boolean readOnly,
        boolean mayPin,
        List<PinnedElsewhere> pinnedElsewhere) {
    public SelectionPage {
        rows = List.copyOf(rows);
        pinnedElsewhere = List.copyOf(pinnedElsewhere);
    }

    /** An item that is pinned and not on this page. */
    public record PinnedElsewhere(String key, String title) {}

    public boolean isEmpty() {
        return rows.stream().noneMatch(OfferRow::isVisible);
    }
}
