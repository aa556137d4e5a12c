package oroshi.subscriptions;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import oroshi.basics.SubscriptionId;

/**
 * A day on which a term may end before its time.
 *
 * @param subscriptions what ends together with it; empty for the end of a month
 */
public record EndDate(LocalDate day, List<SubscriptionId> subscriptions) {
    public EndDate {
        subscriptions = List.copyOf(subscriptions);
    }

    static EndDate ofMonth(YearMonth month) {
        return new EndDate(month.atEndOfMonth(), List.of());
    }
}
