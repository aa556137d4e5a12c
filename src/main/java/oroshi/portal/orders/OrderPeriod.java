package oroshi.portal.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import oroshi.portal.Form;
import oroshi.portal.Formats;

/** The days of which the visitor wants to see the orders, in UTC as the list shows them. A missing day sets no bound. */
public record OrderPeriod(Form form, Optional<LocalDate> from, Optional<LocalDate> to) {
    private static final Instant FAR_OFF = Instant.parse("9999-01-01T00:00:00Z");

    static OrderPeriod read(Form form, Formats formats) {
        var period = new OrderPeriod(form, day(form, "from", formats), day(form, "to", formats));
        if (period.from.isPresent()
                && period.to.isPresent()
                && period.from.get().isAfter(period.to.get())) {
            form.reject("to", "activity.period");
        }
        return period;
    }

    private static Optional<LocalDate> day(Form form, String field, Formats formats) {
        if (form.value(field).isBlank()) {
            return Optional.empty();
        }
        var day = formats.parseDate(form.value(field));
        if (day.isEmpty()) {
            form.reject(field, "activity.date", "example", formats.dateHint());
        }
        return day;
    }

    /** Whether it leaves out anything, so that an empty list may be its doing. */
    public boolean isNarrowed() {
        return from.isPresent() || to.isPresent();
    }

    Instant begin() {
        return from.map(OrderPeriod::midnight).orElse(Instant.EPOCH);
    }

    Instant end() {
        return to.map(day -> midnight(day.plusDays(1))).orElse(FAR_OFF);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
