package oroshi.onboarding;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joda.money.Money;
import oroshi.basics.Problem;
import oroshi.catalog.BillingCycle;

/**
 * What was chosen on the Subscriptions page, judged by the catalog of this moment.
 *
 * @param problems what has to be put right, at the quantity fields
 */
public record Selection(List<ChosenLine> lines, List<RemovedLine> removed, List<Problem> problems) {
    public Selection {
        lines = List.copyOf(lines);
        removed = List.copyOf(removed);
        problems = List.copyOf(problems);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** The amount of each charge by cycle, before tax. */
    public Map<BillingCycle, Money> totals() {
        var totals = new TreeMap<BillingCycle, Money>();
        for (var line : lines) {
            totals.merge(line.plan().billingCycle(), line.charge(), Money::plus);
        }
        return totals;
    }

    /** Whether lines fell away or changed their price, so that the user has to agree before the submit. */
    public boolean needsAgreement() {
        return !removed.isEmpty()
                || lines.stream().anyMatch(line -> line.previousPrice().isPresent());
    }

    /** Everything that was chosen, be it for sale or not. */
    public Stream<LineInput> chosen() {
        return Stream.concat(
                lines.stream().map(ChosenLine::input), removed.stream().map(RemovedLine::input));
    }
}
