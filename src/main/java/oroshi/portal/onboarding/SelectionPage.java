package oroshi.portal.onboarding;

import java.util.List;
import oroshi.onboarding.Selection;
import oroshi.portal.Choice;
import oroshi.portal.Form;

/**
 * What the Subscriptions page shows.
 *
 * @param readOnly whether nothing can be ordered before the customer accepts the agreement (J1-15)
 */
public record SelectionPage(
        Wizard wizard,
        Form form,
        List<OfferRow> rows,
        Selection selection,
        List<Choice> frequencies,
        List<Choice> categories,
        List<Choice> segments,
        boolean readOnly) {
    public SelectionPage {
        rows = List.copyOf(rows);
    }

    public boolean isEmpty() {
        return rows.stream().noneMatch(OfferRow::isVisible);
    }
}
