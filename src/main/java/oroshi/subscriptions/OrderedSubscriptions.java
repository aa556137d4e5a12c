package oroshi.subscriptions;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.Refusal;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Plan;
import oroshi.clock.Clocks;

/** What happens to subscriptions because the order that began them is changed. Orders decides whether it may. */
@Service
public class OrderedSubscriptions {
    private final Settlement settlement;
    private final CycleSwitch cycles;
    private final OnSale onSale;
    private final Clocks clocks;

    OrderedSubscriptions(Settlement settlement, CycleSwitch cycles, OnSale onSale, Clocks clocks) {
        this.settlement = settlement;
        this.cycles = cycles;
        this.onSale = onSale;
        this.clocks = clocks;
    }

    /**
     * Ends the subscription at once and gives back what the window still gives; nothing happens to one that was deleted
     * before. Refuses what runs no more, and what is too late.
     *
     * @param isTrialRun whether the window does not matter, because the partner only tries things
     */
    @Transactional
    public void takeBack(Subscription subscription, boolean isTrialRun) {
        if (subscription.status() == SubscriptionStatus.DELETED) {
            return;
        }
        if (!canEnd(subscription)) {
            throw Refusal.because(SubscriptionRefusal.STATUS_NOT_POSSIBLE);
        }
        var now = now(subscription);
        if (!isTrialRun && subscription.status() != SubscriptionStatus.SET_UP_FAILED) {
            requireOpen(subscription, now);
        }
        var gone = subscription
                .standing()
                .at(SubscriptionStatus.DELETED, Optional.empty())
                .renewing(false);
        settlement.settle(subscription, subscription.with(gone).with(Upcoming.NOTHING), now);
    }

    /** The last moment at which the subscription can be ended with its order; empty when nothing of it can. */
    public Optional<Instant> until(Subscription subscription) {
        return canEnd(subscription)
                ? CancellationWindow.of(subscription).map(CancellationWindow::until)
                : Optional.empty();
    }

    /** What a unit costs at each charge of the other cycle, if the classic offer is still sold with it. */
    @Transactional(readOnly = true)
    public Optional<Plan> planIn(Subscription subscription, BillingCycle cycle) {
        return onSale.find(subscription, now(subscription)).flatMap(item -> item.plan(cycle));
    }

    /** Begins a new term of each classic subscription, in another cycle and at the price of today. */
    @Transactional
    public void charge(List<Subscription> subscriptions, List<Plan> plans) {
        for (var position = 0; position < subscriptions.size(); position++) {
            var subscription = subscriptions.get(position);
            cycles.to(plans.get(position), subscription, now(subscription));
        }
    }

    private Instant now(Subscription subscription) {
        return clocks.of(subscription.partnerId()).instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static boolean canEnd(Subscription subscription) {
        return switch (subscription.status()) {
            case ACTIVE, SUSPENDED, SET_UP_FAILED -> true;
            case SETTING_UP, PENDING, EXPIRED, DISABLED, DELETED -> false;
        };
    }

    private static void requireOpen(Subscription subscription, Instant now) {
        var window = CancellationWindow.of(subscription)
                .orElseThrow(() -> Refusal.because(SubscriptionRefusal.STATUS_NOT_POSSIBLE));
        if (!window.isOpen(now)) {
            throw StatusMoves.closed(Duration.between(subscription.commitment().startedAt(), window.until()));
        }
    }
}
