package oroshi.portal.orders;

import java.util.ArrayList;
import java.util.List;
import oroshi.portal.Step;
import oroshi.portal.Texts;

/** The steps of buying: Select, Review, Confirm. */
enum BuyingSteps {
    SELECT,
    REVIEW,
    CONFIRM;

    /** The list with this step as the current one; only what comes before a purchase can be opened again. */
    List<Step> list(Texts texts, String products) {
        var steps = new ArrayList<Step>();
        for (var step : values()) {
            var label = texts.text("products.step." + step.name());
            if (step == this) {
                steps.add(Step.current(label));
            } else if (step.compareTo(this) < 0) {
                steps.add(Step.done(label, this == CONFIRM ? null : products));
            } else {
                steps.add(Step.toCome(label));
            }
        }
        return steps;
    }
}
