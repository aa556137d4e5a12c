package oroshi.portal.orders;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import oroshi.basics.Refusal;
import oroshi.basics.Typed;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.Plan;
import oroshi.portal.Choice;
import oroshi.portal.Form;
import oroshi.portal.Formats;
import oroshi.portal.Message;
import oroshi.portal.Texts;
import oroshi.subscriptions.NextTerm;
import oroshi.subscriptions.Subscription;

/** What is to be scheduled for a renewal, as fields of a form: the product and how it is paid for are one choice. */
final class RenewalForm {
    private static final String PLAN = "plan";
    private static final String QUANTITY = "quantity";
    private static final String LAST_DAY = "lastDay";
    private static final Map<String, String> FIELD_OF_MEMBER =
            Map.of(QUANTITY, QUANTITY, "customTermEndDate", LAST_DAY);

    private RenewalForm() {}

    /** The form with what is scheduled, else with the subscription as it is. */
    static Form of(Subscription subscription, Optional<NextTerm> next, Formats formats) {
        var commitment = subscription.commitment();
        var key = next.map(NextTerm::key).orElse(subscription.item().key());
        var term = next.map(NextTerm::term).orElse(commitment.term());
        var cycle = next.map(NextTerm::billingCycle).orElse(commitment.billingCycle());
        return Form.of(Map.of(
                PLAN, value(key, term.wire() + " " + cycle.wire()),
                QUANTITY, String.valueOf(next.map(NextTerm::quantity).orElse(subscription.quantity())),
                LAST_DAY, next.flatMap(NextTerm::lastDay).map(formats::date).orElse("")));
    }

    /** Everything that can be chosen, the product that the subscription has first. */
    static List<Choice> choices(List<CatalogItem> items, Subscription subscription, boolean showsPrice, Texts texts) {
        return items.stream()
                .sorted((one, other) -> Boolean.compare(isPresent(other, subscription), isPresent(one, subscription)))
                .flatMap(item -> item.plans().stream()
                        .map(plan -> Choice.of(
                                value(item.key(), PlanChoices.value(plan)), label(item, plan, showsPrice, texts))))
                .toList();
    }

    private static boolean isPresent(CatalogItem item, Subscription subscription) {
        return item.key().equals(subscription.item().key());
    }

    private static String label(CatalogItem item, Plan plan, boolean showsPrice, Texts texts) {
        var way = PlanChoices.label(plan, texts);
        return showsPrice
                ? texts.text("renewal.planPriced", "offer", item.title(), "plan", way, "price", plan.unitPrice())
                : texts.text("renewal.plan", "offer", item.title(), "plan", way);
    }

    private static String value(String key, String plan) {
        return key + " " + plan;
    }

    /** What the form asks for; empty when something in it has to be put right first. */
    static Optional<NextTerm> read(Form form, List<CatalogItem> items, Texts texts) {
        var chosen = form.value(PLAN);
        form.require(PLAN, "renewal.what").require(QUANTITY, "subscriptions.licenses");
        var day = form.date(LAST_DAY, texts.formats());
        if (form.isRejected()) {
            return Optional.empty();
        }
        return items.stream()
                .flatMap(item -> item.plans().stream()
                        .filter(plan ->
                                value(item.key(), PlanChoices.value(plan)).equals(chosen))
                        .map(plan -> new NextTerm(
                                item.key(),
                                quantity(form, texts),
                                plan.term(),
                                plan.billingCycle(),
                                Optional.empty(),
                                day)))
                .findFirst();
    }

    private static int quantity(Form form, Texts texts) {
        try {
            return Integer.parseInt(
                    Typed.quantity(form.value(QUANTITY), texts.language().locale()));
        } catch (NumberFormatException noNumber) {
            return -1;
        }
    }

    /** Shows every problem at its field. */
    static void reject(Form form, Refusal refusal) {
        if (refusal.problems().isEmpty()) {
            form.reject(refusal);
        }
        refusal.problems().forEach(problem -> {
            var member = problem.field().substring(problem.field().lastIndexOf('.') + 1);
            form.reject(FIELD_OF_MEMBER.getOrDefault(member, PLAN), Message.of(problem));
        });
    }
}
