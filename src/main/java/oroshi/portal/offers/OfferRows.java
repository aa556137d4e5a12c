package oroshi.portal.offers;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.Plan;
import oroshi.onboarding.LineInput;
import oroshi.portal.Choice;
import oroshi.portal.Texts;

/** The offers with what was typed for them, add-ons below their bases. */
public final class OfferRows {
    private final List<CatalogItem> offers;
    private final Map<String, LineInput> typed = new HashMap<>();
    private final OfferFilter filter;
    private final List<String> pinned;
    private final Texts texts;

    private OfferRows(
            List<CatalogItem> offers, List<LineInput> lines, OfferFilter filter, List<String> pinned, Texts texts) {
        this.offers = offers;
        this.filter = filter;
        this.pinned = pinned;
        this.texts = texts;
        lines.forEach(line -> typed.put(line.key(), line));
    }

    public static List<OfferRow> of(List<CatalogItem> offers, List<LineInput> lines, OfferFilter filter, Texts texts) {
        return of(offers, lines, filter, List.of(), texts);
    }

    /** The offers with those first whose keys are pinned. */
    public static List<OfferRow> of(
            List<CatalogItem> offers, List<LineInput> lines, OfferFilter filter, List<String> pinned, Texts texts) {
        return new OfferRows(offers, lines, filter, pinned, texts).rows();
    }

    private List<OfferRow> rows() {
        return offers.stream()
                .filter(item -> !item.isAddOn())
                .map(this::row)
                .sorted(Comparator.comparing(row -> !row.pinned()))
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
                pinned.contains(item.key()),
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
                false,
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
