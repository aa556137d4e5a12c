package oroshi.subscriptions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import oroshi.basics.SubscriptionId;

/** A day on which a term may end, as the contract names it: the moment has no zone and means UTC. */
record CustomTermEndDateResource(
        String allowedCustomTermEndDateType,
        @Nullable List<String> cotermSubscriptionIds,
        String allowedCustomTermEndDate) {
    static CustomTermEndDateResource of(EndDate end) {
        var isMonthEnd = end.subscriptions().isEmpty();
        return new CustomTermEndDateResource(
                isMonthEnd ? "calendarMonthAligned" : "subscriptionAligned",
                isMonthEnd
                        ? null
                        : end.subscriptions().stream()
                                .map(SubscriptionId::toString)
                                .toList(),
                end.day() + "T00:00:00");
    }
}
