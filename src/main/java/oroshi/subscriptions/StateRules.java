package oroshi.subscriptions;

import static oroshi.subscriptions.SubscriptionStatus.ACTIVE;
import static oroshi.subscriptions.SubscriptionStatus.SUSPENDED;

import java.time.LocalDate;
import oroshi.basics.Refusal;

/** What may change about a subscription in each of its states; these rules come before all others. */
final class StateRules {
    private static final int MOST_UPDATES = 1_200;

    private StateRules() {}

    /** Refuses a change that the state does not admit. */
    static void require(Subscription subscription, SubscriptionChange change, LocalDate today) {
        switch (subscription.status()) {
            case SETTING_UP -> throw Refusal.because(SubscriptionRefusal.BEING_SET_UP);
            case SET_UP_FAILED, PENDING -> throw Refusal.because(SubscriptionRefusal.NOT_ACTIVATED);
            case EXPIRED, DISABLED -> throw Refusal.because(ended(change));
            case DELETED -> throw Refusal.because(SubscriptionRefusal.DELETED);
            case ACTIVE -> requireRunning(subscription, change, today);
            case SUSPENDED -> requireWhileSuspended(subscription, change);
        }
        if (change.quantity().isPresent() && change.status().isPresent()) {
            throw Refusal.because(SubscriptionRefusal.QUANTITY_WITH_STATUS);
        }
        if (subscription.version() > MOST_UPDATES) {
            throw Refusal.because(SubscriptionRefusal.UPDATES_USED_UP, MOST_UPDATES);
        }
    }

    private static SubscriptionRefusal ended(SubscriptionChange change) {
        return change.status()
                        .filter(next -> next == SUSPENDED || next == ACTIVE)
                        .isPresent()
                ? SubscriptionRefusal.STATUS_NOT_POSSIBLE
                : SubscriptionRefusal.ENDED;
    }

    /** A term that is over waits for the renewal run, and some things may not change until it has come. */
    private static void requireRunning(Subscription subscription, SubscriptionChange change, LocalDate today) {
        if (subscription.dueOn().filter(due -> !due.isAfter(today)).isEmpty()) {
            return;
        }
        if (!subscription.renewsItself()) {
            throw Refusal.because(SubscriptionRefusal.ENDING);
        }
        if (change.renewsItself().isPresent()
                || change.status().isPresent()
                || !change.plan().isEmpty()) {
            throw Refusal.because(SubscriptionRefusal.RENEWING);
        }
        if (change.quantity().isPresent()) {
            throw Refusal.because(SubscriptionRefusal.IN_RENEWAL);
        }
    }

    private static void requireWhileSuspended(Subscription subscription, SubscriptionChange change) {
        if (change.status().isPresent()) {
            return;
        }
        if (change.quantity().isPresent()) {
            throw Refusal.of(
                    "quantity",
                    subscription.item().isLegacy()
                            ? SubscriptionRefusal.QUANTITY_WHILE_SUSPENDED
                            : SubscriptionRefusal.WHILE_SUSPENDED);
        }
        if (change.renewsItself().isPresent()) {
            throw Refusal.of("autoRenewEnabled", SubscriptionRefusal.WHILE_SUSPENDED);
        }
        if (!change.plan().isEmpty()) {
            throw Refusal.because(SubscriptionRefusal.WHILE_SUSPENDED);
        }
    }
}
