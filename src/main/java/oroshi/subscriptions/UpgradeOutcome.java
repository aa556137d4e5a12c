package oroshi.subscriptions;

import java.util.List;

/** What a classic upgrade or conversion comes to: the wire reports what stands against it in a successful answer. */
public sealed interface UpgradeOutcome {
    /** It can be done, and this is what it does. */
    record Possible(TransitionPlan plan) implements UpgradeOutcome {}

    /** It can't be done. */
    record Impossible(List<TransitionError> errors) implements UpgradeOutcome {
        public Impossible {
            errors = List.copyOf(errors);
        }
    }
}
