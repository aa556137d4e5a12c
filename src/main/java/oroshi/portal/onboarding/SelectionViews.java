package oroshi.portal.onboarding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import oroshi.access.Caller;
import oroshi.basics.Problem;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.Category;
import oroshi.catalog.Plan;
import oroshi.onboarding.AccountField;
import oroshi.onboarding.Draft;
import oroshi.onboarding.LineInput;
import oroshi.onboarding.Sales;
import oroshi.onboarding.Selections;
import oroshi.portal.Choice;
import oroshi.portal.Form;
import oroshi.portal.Texts;

/** Puts the Subscriptions page together from the draft and the catalog of the moment. */
@Component
class SelectionViews {
    private final Selections selections;
    private final Sales sales;

    SelectionViews(Selections selections, Sales sales) {
        this.selections = selections;
        this.sales = sales;
    }

    SelectionPage page(Caller caller, Draft draft, OfferFilter filter, List<Problem> problems, Texts texts) {
        var content = draft.content();
        var sale = sales.of(caller, content.account());
        var offers = selections.offers(sale, texts.language().locale());
        var form = form(filter);
        FormMessages.reject(form, problems);
        return new SelectionPage(
                Wizard.of(draft.id(), content, Wizard.Page.SUBSCRIPTIONS, texts),
                form,
                new Rows(offers, content.lines(), filter, texts).rows(),
                selections.judge(sale, content.lines()),
                frequencies(texts),
                categories(texts),
                segments(offers, texts),
                isReadOnly(draft));
    }

    /** Whether the customer is asked to accept first, so that nothing can be ordered yet. */
    static boolean isReadOnly(Draft draft) {
        return draft.content().account().get(AccountField.AGREEMENT_MODE).equals("ask");
    }

    private static Form form(OfferFilter filter) {
        return Form.empty()
                .fill("frequency", filter.frequency())
                .fill("category", filter.category())
                .fill("segment", filter.segment())
                .fill("q", filter.search());
    }

    private static List<Choice> frequencies(Texts texts) {
        return Stream.of(BillingCycle.MONTHLY, BillingCycle.ANNUAL)
                .map(cycle -> Choice.of(cycle.name(), texts.text("wizard.frequency." + cycle.name())))
                .toList();
    }

    private static List<Choice> categories(Texts texts) {
        return Stream.of(Category.ENTERPRISE, Category.SMALL_BUSINESS, Category.TRIAL)
                .map(category -> Choice.of(category.name(), texts.text("wizard.category." + category.name())))
                .toList();
    }

    private static List<Choice> segments(List<CatalogItem> offers, Texts texts) {
        return offers.stream()
                .map(CatalogItem::segment)
                .distinct()
                .sorted()
                .map(segment -> Choice.of(segment.name(), texts.text("wizard.segment." + segment.name())))
                .toList();
    }

    /** The offers with what was typed for them, add-ons below their bases. */
    private static final class Rows {
        private final List<CatalogItem> offers;
        private final Map<String, LineInput> typed = new HashMap<>();
        private final OfferFilter filter;
        private final Texts texts;

        Rows(List<CatalogItem> offers, List<LineInput> lines, OfferFilter filter, Texts texts) {
            this.offers = offers;
            this.filter = filter;
            this.texts = texts;
            lines.forEach(line -> typed.put(line.key(), line));
        }

        List<OfferRow> rows() {
            return offers.stream()
                    .filter(item -> !item.isAddOn())
                    .map(this::row)
                    .toList();
        }

        private OfferRow row(CatalogItem item) {
            var input = input(item.id(), "");
            var plan = plan(item, BillingCycle.find(input.billingCycle()));
            var addOns = offers.stream()
                    .filter(CatalogItem::isAddOn)
                    .filter(addOn -> addOn.prerequisites().contains(item.key()))
                    .map(addOn -> addOn(addOn, item, input, plan))
                    .toList();
            return new OfferRow(
                    item,
                    Optional.empty(),
                    input,
                    plan,
                    cycles(item),
                    item.maximumQuantity(),
                    true,
                    filter.shows(item),
                    addOns);
        }

        private OfferRow addOn(CatalogItem addOn, CatalogItem base, LineInput baseInput, Plan basePlan) {
            var input = input(addOn.id(), base.id());
            return new OfferRow(
                    addOn,
                    Optional.of(base),
                    input,
                    plan(addOn, Optional.of(basePlan.billingCycle())),
                    List.of(),
                    addOn.maximumQuantity(),
                    baseInput.isChosen(),
                    filter.shows(addOn),
                    List.of());
        }

        private LineInput input(String item, String base) {
            var empty = new LineInput(item, base, "", "", "");
            return Objects.requireNonNullElse(typed.get(empty.key()), empty);
        }

        private List<Choice> cycles(CatalogItem item) {
            return item.billingCycles().size() < 2
                    ? List.of()
                    : item.billingCycles().stream()
                            .map(cycle -> Choice.of(cycle.wire(), texts.text("wizard.cycle." + cycle.name())))
                            .toList();
        }

        private static Plan plan(CatalogItem item, Optional<BillingCycle> cycle) {
            return cycle.flatMap(item::plan).orElseGet(() -> item.plans().getFirst());
        }
    }
}
