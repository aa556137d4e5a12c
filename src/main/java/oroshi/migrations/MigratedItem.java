package oroshi.migrations;

import java.time.LocalDate;
import java.util.Optional;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Term;

/**
 * One subscription of a migration and what it becomes.
 *
 * @param itemId what the catalog sells in its place
 * @param customLastDay the day on which the first term was asked to end
 * @param lastDay the day on which the first term ends
 * @param successor the subscription that it became
 */
public record MigratedItem(
        SubscriptionId subscriptionId,
        String itemId,
        int quantity,
        Term term,
        BillingCycle billingCycle,
        boolean fullTerm,
        Optional<LocalDate> customLastDay,
        LocalDate lastDay,
        Optional<SubscriptionId> successor,
        Optional<String> orderNumber) {
    /** The same once it has become another subscription. */
    MigratedItem become(SubscriptionId id, String order, LocalDate end) {
        return new MigratedItem(
                subscriptionId,
                itemId,
                quantity,
                term,
                billingCycle,
                fullTerm,
                customLastDay,
                end,
                Optional.of(id),
                Optional.of(order));
    }
}
