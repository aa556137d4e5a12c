package oroshi.subscriptions;

import java.time.LocalDate;
import java.util.List;

/**
 * What a step in the life of a subscription would come to if nothing else happened afterwards, in the very charges that
 * it would write down.
 *
 * @param subscription as it would stand after the step
 * @param now what the step itself charges and gives back
 * @param rest the further charge cycles of the running term
 * @param renewals what happens at the end of the running term and of the one after it; shorter when it ends for good
 */
public record Forecast(Subscription subscription, List<ChargeFact> now, List<ChargeFact> rest, List<Renewal> renewals) {
    public Forecast {
        now = List.copyOf(now);
        rest = List.copyOf(rest);
        renewals = List.copyOf(renewals);
    }

    /**
     * The end of a term.
     *
     * @param on the day after its last one
     * @param subscription as it would stand from that day on: renewed, or ended
     * @param first the first charge of the next term
     * @param rest the further charge cycles of that term
     */
    public record Renewal(LocalDate on, Subscription subscription, List<ChargeFact> first, List<ChargeFact> rest) {
        public Renewal {
            first = List.copyOf(first);
            rest = List.copyOf(rest);
        }

        /** Whether another term begins. */
        public boolean isRenewed() {
            return subscription.status() == SubscriptionStatus.ACTIVE;
        }
    }
}
