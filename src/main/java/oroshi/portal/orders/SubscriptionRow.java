package oroshi.portal.orders;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import oroshi.catalog.ItemKind;
import oroshi.portal.Tone;
import oroshi.subscriptions.CancellationWindow;
import oroshi.subscriptions.Subscription;

/**
 * A subscription as pages show it.
 *
 * @param showsPrice whether the reader may see what it costs
 * @param resellerName name behind the reseller's number, if the partner knows it
 */
public record SubscriptionRow(Subscription subscription, boolean showsPrice, Optional<String> resellerName) {
    /** The shelves that subscriptions are shown on. */
    public enum Group {
        LICENSE,
        USAGE,
        ONE_TIME;

        static Group of(Subscription subscription) {
            return switch (subscription.item().kind()) {
                case LICENSE, MARKETPLACE -> LICENSE;
                case USAGE -> USAGE;
                case RESERVATION, SAVINGS_PLAN, SOFTWARE -> ONE_TIME;
            };
        }
    }

    public Group group() {
        return Group.of(subscription);
    }

    /** Plans that are only metered have no quantity. */
    public boolean hasQuantity() {
        return subscription.item().kind() != ItemKind.USAGE;
    }

    public Tone tone() {
        return switch (subscription.status()) {
            case ACTIVE -> Tone.SUCCESS;
            case SETTING_UP, PENDING -> Tone.INFO;
            case SET_UP_FAILED, SUSPENDED -> Tone.WARNING;
            case EXPIRED, DISABLED -> Tone.DANGER;
            case DELETED -> Tone.NEUTRAL;
        };
    }

    /** Key of what suspending it means: billing rests for a classic offer, and goes on for others. */
    public String suspendKey() {
        return subscription.item().isLegacy() ? "subscriptions.suspendClassic" : "subscriptions.suspendNew";
    }

    public boolean isFailed() {
        return subscription.failure().isPresent();
    }

    /** The day on which it renews, or on which it is over; null for what has no end. */
    public @Nullable LocalDate nextDate() {
        return subscription.commitment().nextTermOn().orElse(null);
    }

    /** The day the running term began. */
    public LocalDate startsOn() {
        return subscription.commitment().startsOn();
    }

    /** The last day on which the purchase can be taken back; null when it cannot. */
    public @Nullable LocalDate cancellableUntil() {
        return CancellationWindow.of(subscription)
                .map(window -> LocalDate.ofInstant(window.until(), ZoneOffset.UTC))
                .orElse(null);
    }

    public String reseller() {
        return subscription
                .resellerMpnId()
                .map(mpnId ->
                        resellerName.map(name -> name + " (" + mpnId + ")").orElse(mpnId))
                .orElse("");
    }

    /** The price of all units at each charge. */
    public Money charge() {
        return subscription.unitPrice().multipliedBy(subscription.quantity());
    }

    /** Key of the name of its billing cycle. */
    public String cycle() {
        return "orders.cycle." + subscription.commitment().billingCycle().name();
    }
}
