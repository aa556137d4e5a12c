package oroshi.orders;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import oroshi.subscriptions.Subscription;

/**
 * What the customer owns when something is bought for it.
 *
 * @param owned asked only when a rule depends on it
 * @param registered whether an Azure subscription may carry reservations
 */
record Holdings(Supplier<List<Subscription>> owned, Predicate<Subscription> registered) {
    List<Subscription> all() {
        return owned.get();
    }

    boolean isRegistered(Subscription anchor) {
        return registered.test(anchor);
    }

    /** The items of everything that runs. */
    Set<String> keys() {
        return all().stream()
                .filter(Subscription::isUsable)
                .map(subscription -> subscription.item().key())
                .collect(Collectors.toSet());
    }
}
