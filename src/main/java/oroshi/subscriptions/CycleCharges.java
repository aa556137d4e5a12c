package oroshi.subscriptions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import oroshi.basics.Refusal;

/**
 * The charge cycles that have begun since a subscription was charged last. Whoever changes a subscription charges them
 * first, so that what is given back was charged before, whether the run has been there or not.
 *
 * @param subscription as it is once they are charged
 */
record CycleCharges(Subscription subscription, List<ChargeFact> facts) {
    /** The cycles that begin no later than today. */
    static CycleCharges until(LocalDate today, Subscription before) {
        var facts = new ArrayList<ChargeFact>();
        var current = before;
        while (isBehind(current, today)) {
            var day = current.cycleOn().orElseThrow();
            facts.addAll(ChargeFacts.cycle(current, day));
            current = current.chargedFor(day);
        }
        return new CycleCharges(current, List.copyOf(facts));
    }

    /** Refuses another way to pay while the one that was arranged before is taking effect. */
    void require(SubscriptionChange change, Subscription before) {
        var isChanging = before.upcoming().nextCharge().isPresent()
                && subscription.upcoming().nextCharge().isEmpty();
        if (isChanging && change.against(subscription).plan().changesNow()) {
            throw Refusal.because(SubscriptionRefusal.RENEWING);
        }
    }

    private static boolean isBehind(Subscription subscription, LocalDate today) {
        return subscription.isInTerm()
                && subscription.cycleOn().filter(day -> !day.isAfter(today)).isPresent();
    }
}
