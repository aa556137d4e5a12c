package oroshi.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import oroshi.basics.CartId;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Plan;

/**
 * A cart as pages show it, with what the catalog says of its lines at the moment.
 *
 * @param isOrdered whether it was bought, so that nothing about it changes any more
 */
public record OpenCart(CartId id, Instant expiresAt, boolean isOrdered, List<CartLine> lines) {
    public OpenCart {
        lines = List.copyOf(lines);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** How many of the item are in it. */
    public int units(String itemId) {
        return lines.stream()
                .map(CartLine::asked)
                .filter(line -> line.itemId().equals(itemId))
                .mapToInt(NewOrderLine::quantity)
                .sum();
    }

    /** What a form sends back, so that nobody changes a cart that is not the one he saw. */
    public String version() {
        return versionOf(asked());
    }

    static String versionOf(List<NewOrderLine> lines) {
        return Integer.toHexString(lines.toString().hashCode());
    }

    /** What each line asks for. */
    public List<NewOrderLine> asked() {
        return lines.stream().map(CartLine::asked).toList();
    }

    /** What is left without the line and the add-ons that hang on it. */
    public List<NewOrderLine> without(int position) {
        var left = new ArrayList<NewOrderLine>();
        for (var at = 0; at < lines.size(); at++) {
            var line = lines.get(at).asked();
            if (at != position && !line.baseLine().equals(Optional.of(position))) {
                left.add(line.baseLine()
                        .filter(base -> base > position)
                        .map(base -> line.withBaseLine(base - 1))
                        .orElse(line));
            }
        }
        return left;
    }

    /** The amount of each charge by cycle and currency, before tax. */
    public List<Total> totals() {
        var totals = new TreeMap<Total.Key, Money>();
        for (var line : lines) {
            line.plan()
                    .ifPresent(plan -> totals.merge(
                            Total.Key.of(plan), plan.chargeFor(line.asked().quantity()), Money::plus));
        }
        return totals.entrySet().stream()
                .map(total -> new Total(total.getKey().billingCycle(), total.getValue()))
                .toList();
    }

    /** What is charged in a cycle. */
    public record Total(BillingCycle billingCycle, Money amount) {
        private record Key(BillingCycle billingCycle, CurrencyUnit currency) implements Comparable<Key> {
            static Key of(Plan plan) {
                return new Key(plan.billingCycle(), plan.unitPrice().getCurrencyUnit());
            }

            @Override
            public int compareTo(Key other) {
                var byCycle = billingCycle.compareTo(other.billingCycle);
                return byCycle == 0 ? currency.compareTo(other.currency) : byCycle;
            }
        }
    }

    /** Whether a line has another price than the buyer saw. */
    public boolean hasNewPrices() {
        return lines.stream().anyMatch(line -> line.previousPrice().isPresent());
    }

    /** Whether a line can't be bought as it is, even with the statements that are missing. */
    public boolean hasOtherProblems() {
        return lines.stream().anyMatch(line -> line.problem().isPresent() && !line.lacksAttestation());
    }
}
