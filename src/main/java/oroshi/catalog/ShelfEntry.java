package oroshi.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** An item of a market with all its prices, past and future. */
record ShelfEntry(CatalogItem item, List<PlanWindow> windows) {
    private static final Comparator<Plan> PROPOSED_FIRST = Comparator.comparing(
                    (Plan plan) -> !plan.term().equals(Term.ONE_YEAR))
            .thenComparingInt(plan -> plan.term().months())
            .thenComparing(Plan::billingCycle);

    ShelfEntry {
        windows = List.copyOf(windows);
    }

    /** The item as it is sold at the moment; empty when it is not. Of overlapping prices the latest counts. */
    Optional<CatalogItem> at(Instant at) {
        var latest = new LinkedHashMap<String, PlanWindow>();
        for (var window : windows) {
            if (window.contains(at)) {
                latest.merge(planName(window.plan()), window, ShelfEntry::later);
            }
        }
        if (latest.isEmpty()) {
            return Optional.empty();
        }
        var plans =
                new ArrayList<>(latest.values().stream().map(PlanWindow::plan).toList());
        plans.sort(PROPOSED_FIRST);
        return Optional.of(item.withPlans(plans));
    }

    /** Whether the sale begins after the moment; else, when it is not on sale, it has ended. */
    boolean beginsAfter(Instant at) {
        return windows.stream().allMatch(window -> window.from().isAfter(at));
    }

    private static String planName(Plan plan) {
        return plan.term().wire() + "/" + plan.billingCycle();
    }

    private static PlanWindow later(PlanWindow one, PlanWindow other) {
        return other.from().isAfter(one.from()) ? other : one;
    }
}
