package oroshi.portal.orders;

import java.util.List;
import java.util.Optional;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.Plan;
import oroshi.catalog.Term;
import oroshi.portal.Choice;
import oroshi.portal.Texts;

/** The ways to pay for an item that is sold for more terms than one: a term together with a cycle. */
final class PlanChoices {
    private PlanChoices() {}

    /** Every way to pay, the shortest term first; none for an item with one term, where the cycle alone is chosen. */
    static List<Choice> of(CatalogItem item, Texts texts) {
        return item.terms().size() < 2 || item.isLegacy()
                ? List.of()
                : item.terms().stream()
                        .flatMap(term ->
                                item.plans().stream().filter(plan -> plan.term().equals(term)))
                        .map(plan -> Choice.of(value(plan), label(plan, texts)))
                        .toList();
    }

    static String value(Plan plan) {
        return plan.term().wire() + " " + plan.billingCycle().wire();
    }

    /** The way to pay that was chosen among several. */
    static Optional<Plan> find(CatalogItem item, String value) {
        return item.plans().stream().filter(plan -> value(plan).equals(value)).findFirst();
    }

    static String label(Plan plan, Texts texts) {
        return label(plan.term(), plan.billingCycle(), texts);
    }

    static String label(Term term, BillingCycle cycle, Texts texts) {
        return texts.text(
                "cart.planOf", "term", length(term, texts), "cycle", texts.text("wizard.cycle." + cycle.name()));
    }

    @SuppressWarnings("JavaPeriodGetDays") // a term without months has days only
    private static String length(Term term, Texts texts) {
        if (term.months() == 0) {
            return texts.text(
                    term.isUnlimited() ? "cart.noTerm" : "cart.days",
                    "count",
                    term.duration().getDays());
        }
        return term.months() % 12 == 0
                ? texts.text("cart.years", "count", term.months() / 12)
                : texts.text("cart.months", "count", term.months());
    }
}
