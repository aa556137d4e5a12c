package oroshi.portal.activity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import oroshi.activity.ActivityFilter;
import oroshi.activity.ActivityStatus;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.portal.Form;
import oroshi.portal.Formats;

/**
 * What part of the log the visitor asks for; by default the last month. Both days count in full, in the zone of the
 * partner.
 */
record Period(Form form, LocalDate from, LocalDate to, ZoneId zone) {
    static Period read(Form form, Formats formats, Clock today) {
        var to = form.date("to", formats).orElseGet(() -> LocalDate.now(today));
        var from = form.date("from", formats).orElseGet(() -> to.minusMonths(1));
        if (from.isAfter(to)) {
            form.reject("to", "activity.period");
        }
        if (!form.value("customer").isBlank() && customer(form).isEmpty()) {
            form.reject("customer", "activity.customerId");
        }
        if (!form.isRejected("from")) {
            form.fill("from", formats.date(from));
        }
        if (!form.isRejected("to")) {
            form.fill("to", formats.date(to));
        }
        return new Period(form, from, to, today.getZone());
    }

    ActivityFilter filter() {
        return new ActivityFilter(
                start(from), start(to.plusDays(1)), text("operation"), customer(form), text("user"), status());
    }

    String fileName() {
        return "ActivityLog-%s-%s.csv".formatted(from, to);
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private Optional<String> text(String field) {
        return Optional.of(form.value(field).strip()).filter(value -> !value.isEmpty());
    }

    /** The status that was chosen; whatever is none admits all. */
    private Optional<ActivityStatus> status() {
        return Arrays.stream(ActivityStatus.values())
                .filter(status -> status.name().equals(form.value("status")))
                .findFirst();
    }

    private static Optional<CustomerId> customer(Form form) {
        return Ids.parse(form.value("customer").strip()).map(CustomerId::new);
    }
}
