package oroshi.catalog;

import java.util.Collection;
import java.util.Optional;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;

/** Whether a customer can reserve capacity, which depends on what it owns: answered by whoever keeps subscriptions. */
public interface ReservedCapacity {
    /**
     * Why capacity can't be reserved for the customer's subscription; empty when it can.
     *
     * @param carriers keys of the items of which the subscription has to be one
     */
    Optional<String> obstacle(
            PartnerId partnerId, CustomerId customerId, SubscriptionId subscriptionId, Collection<String> carriers);
}
