package oroshi.orders;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import oroshi.catalog.Term;
import oroshi.subscriptions.PurchaseCommitment;

/**
 * What a line says beyond item, quantity and plan.
 *
 * @param lastDay the day on which the first term is to end, earlier than its full length
 * @param provisioningContext where a reservation belongs, such as {@code scope} and {@code subscriptionId}
 * @param renewsTo the term after a free trial, or the next term of software
 */
public record Particulars(
        Optional<LocalDate> lastDay,
        Map<String, String> provisioningContext,
        Optional<Term> renewsTo,
        Optional<PurchaseCommitment> commitment) {
    public static final Particulars NONE =
            new Particulars(Optional.empty(), Map.of(), Optional.empty(), Optional.empty());

    public Particulars {
        // In one order, because the version of a cart is told by its text.
        provisioningContext = Collections.unmodifiableMap(new TreeMap<>(Map.copyOf(provisioningContext)));
    }

    public Particulars withProvisioningContext(Map<String, String> context) {
        return new Particulars(lastDay, context, renewsTo, commitment);
    }

    /** A value of the provisioning context, whatever the case of its key. */
    public Optional<String> context(String wanted) {
        return provisioningContext.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(wanted))
                .map(Map.Entry::getValue)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
