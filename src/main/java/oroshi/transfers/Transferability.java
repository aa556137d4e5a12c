package oroshi.transfers;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.catalog.ItemKind;
import oroshi.subscriptions.Departures;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.SubscriptionStatus;
import oroshi.subscriptions.Subscriptions;

/**
 * Which subscriptions may go to another partner: classic licenses, each with the add-ons that hang on it, are offered; what
 * is of new commerce is asked for.
 */
@Component
class Transferability {
    private final Subscriptions subscriptions;
    private final Departures departures;

    Transferability(Subscriptions subscriptions, Departures departures) {
        this.subscriptions = subscriptions;
        this.departures = departures;
    }

    /** What stands against offering the subscription; empty when nothing does. */
    Optional<String> obstacle(Subscription subscription) {
        if (!subscription.item().isLegacy() || subscription.item().kind() != ItemKind.LICENSE) {
            return Optional.of("Only classic license subscriptions can be transferred.");
        }
        return standing(subscription);
    }

    /** What stands against handing over what was asked for; empty when nothing does. */
    Optional<String> obstacle(Subscription subscription, Set<ProductKind> wanted) {
        if (ProductKind.of(subscription).filter(wanted::contains).isEmpty()) {
            return Optional.of("Subscription is not among what was asked for.");
        }
        if (subscription.item().kind() == ItemKind.SOFTWARE
                && subscription.commitment().lastDay().isEmpty()) {
            return Optional.of("Software without a term cannot be transferred.");
        }
        return standing(subscription);
    }

    /** As one of the two, by what the transfer moves. */
    Optional<String> obstacle(Subscription subscription, Transfer transfer) {
        return transfer.asked()
                .map(asked -> obstacle(subscription, asked.wanted()))
                .orElseGet(() -> obstacle(subscription));
    }

    private Optional<String> standing(Subscription subscription) {
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
