package oroshi.portal.orders;

import java.time.Instant;
import oroshi.access.Caller;
import oroshi.access.Permission;
import oroshi.catalog.ItemKind;
import oroshi.relationships.Viewpoint;
import oroshi.subscriptions.CancellationWindow;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.SubscriptionStatus;

/** What the visitor may do to a subscription in its present state; a page offers nothing else. */
public record SubscriptionRights(
        boolean rename,
        boolean seats,
        boolean renewal,
        boolean schedule,
        boolean reseller,
        boolean supportContact,
        boolean suspend,
        boolean reactivate,
        boolean cancel,
        boolean retry,
        boolean register,
        boolean upgrade,
        boolean convert,
        boolean migrate) {
    static SubscriptionRights of(Caller caller, Viewpoint viewpoint, Subscription subscription, Instant now) {
        var own = viewpoint.mayChange();
        var active = own && subscription.status() == SubscriptionStatus.ACTIVE;
        var suspended = own && subscription.status() == SubscriptionStatus.SUSPENDED;
        var running = active || suspended;
        return new SubscriptionRights(
                running && caller.may(Permission.SUBSCRIPTION_RENAME),
                active && hasSeats(subscription) && caller.may(Permission.SUBSCRIPTION_QUANTITY),
                active && canStop(subscription) && caller.may(Permission.SUBSCRIPTION_BILLING),
                active && canBecomeOther(subscription) && caller.may(Permission.SUBSCRIPTION_BILLING),
                running && caller.may(Permission.SUBSCRIPTION_RESELLER),
                running && caller.may(Permission.SUBSCRIPTION_SUPPORT_CONTACT),
                active && canRest(subscription) && caller.may(Permission.SUBSCRIPTION_SUSPEND),
                suspended && caller.may(Permission.SUBSCRIPTION_SUSPEND),
                running && isReturnable(subscription, now) && caller.may(Permission.SUBSCRIPTION_CANCEL),
                own && caller.may(Permission.ORDER_BUY),
                active && subscription.item().kind() == ItemKind.USAGE && caller.may(Permission.ORDER_BUY),
                active && isUpgradable(subscription) && caller.may(Permission.SUBSCRIPTION_UPGRADE),
                active && subscription.item().isTrial() && caller.may(Permission.TRIAL_START),
                active && isClassic(subscription) && caller.may(Permission.SUBSCRIPTION_UPGRADE));
    }

    /** Of what went to new commerce: nothing. */
    static SubscriptionRights none() {
        return new SubscriptionRights(
                false, false, false, false, false, false, false, false, false, false, false, false, false, false);
    }

    /** Whether there is anything to submit. */
    public boolean edit() {
        return rename || seats || renewal || reseller || supportContact;
    }

    /** Whether there is a button besides the form. */
    public boolean move() {
        return suspend || reactivate || cancel;
    }

    private static boolean isUpgradable(Subscription subscription) {
        var item = subscription.item();
        return item.kind() == ItemKind.LICENSE && !item.isTrial() && !item.isAddOn();
    }

    private static boolean isClassic(Subscription subscription) {
        var item = subscription.item();
        return item.isLegacy() && item.kind() == ItemKind.LICENSE && !item.isTrial();
    }

    private static boolean hasSeats(Subscription subscription) {
        var kind = subscription.item().kind();
        return !subscription.item().isTrial() && (kind == ItemKind.LICENSE || kind == ItemKind.MARKETPLACE);
    }

    private static boolean canStop(Subscription subscription) {
        var item = subscription.item();
        return (!item.isLegacy() || item.kind() == ItemKind.MARKETPLACE)
                && !item.kind().isBenefit()
                && subscription.commitment().lastDay().isPresent();
    }

    private static boolean canBecomeOther(Subscription subscription) {
        return canStop(subscription) && !subscription.item().isLegacy() && subscription.renewsItself();
    }

    private static boolean canRest(Subscription subscription) {
        var kind = subscription.item().kind();
        return !subscription.item().isTrial() && (kind == ItemKind.LICENSE || kind == ItemKind.USAGE);
    }

    private static boolean isReturnable(Subscription subscription, Instant now) {
        return CancellationWindow.of(subscription)
                .filter(window -> window.isOpen(now))
                .isPresent();
    }
}
