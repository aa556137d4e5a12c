package oroshi.portal.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import oroshi.portal.Form;
import oroshi.portal.Formats;

/**
 * Which orders the visitor wants to see: those of some days, in UTC as the list shows them, and of one kind. What is
 * missing sets no bound.
 */
public record OrderFilter(
        Form form, Optional<LocalDate> from, Optional<LocalDate> to, Optional<SubscriptionRow.Group> type) {
    private static final Instant FAR_OFF = Instant.parse("9999-01-01T00:00:00Z");

    static OrderFilter read(Form form, Formats formats) {
        var type = Arrays.stream(SubscriptionRow.Group.values())
                .filter(group -> group.name().equals(form.value("type")))
                .findFirst();
        var period = new OrderFilter(form, form.date("from", formats), form.date("to", formats), type);
        if (period.from.isPresent()
                && period.to.isPresent()
                && period.from.get().isAfter(period.to.get())) {
            form.reject("to", "activity.period");
        }
        return period;
    }

    /** Whether it leaves out anything, so that an empty list may be its doing. */
    public boolean isNarrowed() {
        return isPeriod() || type.isPresent();
    }

    /** Whether it sets a bound in time. */
    public boolean isPeriod() {
        return from.isPresent() || to.isPresent();
    }

    Instant begin() {
        return from.map(OrderFilter::midnight).orElse(Instant.EPOCH);
    }

    Instant end() {
        return to.map(day -> midnight(day.plusDays(1))).orElse(FAR_OFF);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
