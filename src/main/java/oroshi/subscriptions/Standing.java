package oroshi.subscriptions;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a subscription is in its life and what happens to it next by itself.
 *
 * @param dueOn the day on which it renews, expires or is deleted unless somebody changes it before
 */
public record Standing(SubscriptionStatus status, boolean renewsItself, Optional<LocalDate> dueOn) {
    Standing at(SubscriptionStatus next, Optional<LocalDate> due) {
        return new Standing(next, renewsItself, due);
    }

    Standing renewing(boolean renews) {
        return new Standing(status, renews, dueOn);
    }
}
