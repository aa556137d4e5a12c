package oroshi.portal.orders;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import oroshi.basics.Ids;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;
import oroshi.portal.Form;
import oroshi.portal.Message;
import oroshi.subscriptions.NewTransition;
import oroshi.subscriptions.TransitionPlan;
import oroshi.subscriptions.UpgradeTarget;

/** An upgrade as fields of a form. */
final class UpgradeForm {
    private static final String TARGET = "target";
    private static final String QUANTITY = "quantity";
    private static final String INTO = "into";
    private static final String PLAN = "plan";
    private static final String SEEN = "seen";
    private static final List<String> FIELDS = List.of(TARGET, QUANTITY, INTO, PLAN);
    private static final Map<String, String> FIELD_OF_MEMBER = Map.of(
            "toCatalogItemId", TARGET,
            "targetOffer", TARGET,
            "toSubscriptionId", INTO,
            "termDuration", PLAN,
            "billingCycle", PLAN);

    private UpgradeForm() {}

    /** All licences to the first product that is possible, and over it what the address carries. */
    static Form of(UpgradeView view, HttpServletRequest request) {
        var form =
                Form.empty().fill(QUANTITY, String.valueOf(view.subscription().quantity()));
        view.targets().stream()
                .filter(UpgradeTarget::isEligible)
                .findFirst()
                .ifPresent(target -> form.fill(TARGET, target.item().key()));
        for (var field : FIELDS) {
            var carried = request.getParameter(field);
            if (carried != null) {
                form.fill(field, carried);
            }
        }
        return form;
    }

    /** What the form asks for. */
    static NewTransition wish(Form form, UpgradeView view, Locale language) {
        var seats = view.asksForSeats()
                ? SubscriptionForm.quantity(form.value(QUANTITY), language)
                : view.subscription().quantity();
        var wish = NewTransition.of(form.value(TARGET), seats);
        var into = Optional.of(form.value(INTO)).filter(id -> !id.isBlank()).flatMap(Ids::parse);
        if (into.isPresent()) {
            return wish.into(new SubscriptionId(into.get()));
        }
        var plan = form.value(PLAN).split(" ", -1);
        return plan.length == 2 ? planned(wish, plan[0], plan[1]) : wish;
    }

    private static NewTransition planned(NewTransition wish, String term, String cycle) {
        return Term.find(term)
                .flatMap(length -> BillingCycle.find(cycle).map(often -> wish.on(length, often)))
                .orElse(wish);
    }

    /** Whether the visitor has seen exactly what would happen now. */
    static boolean isConfirmed(Form form, TransitionPlan plan) {
        return form.value("action").equals("confirm") && form.value(SEEN).equals(seen(plan));
    }

    /** What would happen, in so few words that a change of any of it shows. */
    static String seen(TransitionPlan plan) {
        return plan.before().version() + " " + plan.item().key() + " "
                + plan.wish().quantity() + " "
                + plan.wish().into().map(SubscriptionId::toString).orElse("-") + " "
                + plan.result().commitment().lastDay().map(Object::toString).orElse("-") + " " + plan.net();
    }

    /** Shows every problem at its field. */
    static Form reject(Form form, Refusal refusal) {
        if (refusal.problems().isEmpty()) {
            form.reject(refusal);
        }
        refusal.problems().forEach(problem -> {
            var member = problem.field();
            form.reject(FIELD_OF_MEMBER.getOrDefault(member, member), Message.of(problem));
        });
        return form;
    }

    /** The address of the page with what was typed. */
    static String address(String page, Form form) {
        return page + "?"
                + FIELDS.stream()
                        .map(field -> field + "=" + URLEncoder.encode(form.value(field), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }
}
