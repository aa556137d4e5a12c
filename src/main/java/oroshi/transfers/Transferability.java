package oroshi.transfers;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.catalog.ItemKind;
import oroshi.subscriptions.Departures;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.SubscriptionStatus;
import oroshi.subscriptions.Subscriptions;

/** Which subscriptions may go to another partner: classic licenses in use, each with the add-ons that hang on it. */
@Component
class Transferability {
    private final Subscriptions subscriptions;
    private final Departures departures;

    Transferability(Subscriptions subscriptions, Departures departures) {
        this.subscriptions = subscriptions;
        this.departures = departures;
    }

    /** What stands against handing the subscription over; empty when nothing does. */
    Optional<String> obstacle(Subscription subscription) {
        if (!subscription.item().isLegacy() || subscription.item().kind() != ItemKind.LICENSE) {
            return Optional.of("Only classic license subscriptions can be transferred.");
        }
        if (subscription.item().isTrial()) {
            return Optional.of("Trials cannot be transferred.");
        }
        if (subscription.parent().isPresent()) {
            return Optional.of("An add-on is transferred with its base.");
        }
        if (subscription.status() != SubscriptionStatus.ACTIVE) {
            return Optional.of("Subscription is " + subscription.status().wire() + ".");
        }
        return departures.isAway(subscription.partnerId(), subscription.id())
                ? Optional.of("Subscription is being migrated.")
                : Optional.empty();
    }

    /** What goes along with the base. */
    List<Subscription> addOns(PartnerId partnerId, CustomerId customerId, Subscription base) {
        return subscriptions.addOns(partnerId, customerId, base.id()).stream()
                .filter(addOn -> addOn.status() == SubscriptionStatus.ACTIVE)
                .toList();
    }
}
