package oroshi.subscriptions;

import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.ItemKind;
import oroshi.catalog.ReservedCapacity;

/** Capacity is reserved for an Azure subscription that the customer owns: of the right kind, active and registered. */
@Component
class OwnedCapacity implements ReservedCapacity {
    private final Subscriptions subscriptions;
    private final Registrations registrations;

    OwnedCapacity(Subscriptions subscriptions, Registrations registrations) {
        this.subscriptions = subscriptions;
        this.registrations = registrations;
    }

    @Override
    public Optional<String> obstacle(
            PartnerId partnerId, CustomerId customerId, SubscriptionId subscriptionId, Collection<String> carriers) {
        return subscriptions
                .find(partnerId, customerId, subscriptionId)
                .filter(owned -> owned.item().kind() == ItemKind.USAGE)
                .map(owned -> obstacle(owned, carriers))
                .orElseGet(() -> Optional.of("The customer has no Azure subscription " + subscriptionId + "."));
    }

    private Optional<String> obstacle(Subscription owned, Collection<String> carriers) {
        if (owned.status() != SubscriptionStatus.ACTIVE) {
            return Optional.of("The subscription " + owned.id() + " is not active.");
        }
        if (!carriers.isEmpty() && !carriers.contains(owned.item().key())) {
            return Optional.of("Not offered for the subscription " + owned.id() + ".");
        }
        return registrations.isRegistered(owned)
                ? Optional.empty()
                : Optional.of("The subscription " + owned.id() + " is not registered.");
    }
}
