package oroshi.subscriptions;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a subscription is in its life and what happens to it next by itself.
 *
 * @param dueOn the day on which it renews, expires or is deleted unless somebody changes it before
 * @param cycleOn first day of the next charge cycle of the running term that has not been charged yet
 */
public record Standing(
        SubscriptionStatus status, boolean renewsItself, Optional<LocalDate> dueOn, Optional<LocalDate> cycleOn) {
    Standing at(SubscriptionStatus next, Optional<LocalDate> due) {
        return new Standing(next, renewsItself, due, cycleOn);
    }

    Standing renewing(boolean renews) {
        return new Standing(status, renews, dueOn, cycleOn);
    }

    Standing charging(Optional<LocalDate> cycle) {
        return new Standing(status, renewsItself, dueOn, cycle);
    }
}
