package oroshi.catalog;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;

/** How a sheet writes moments, all in UTC. The last moment that counts is written, not the first that doesn't. */
enum SheetTimes {
    /** {@code 2/1/2024 12:00:00 AM}. */
    MONTH_FIRST("M/d/uuuu h:mm:ss a"),
    /** {@code 2024-02-01T00:00:00.0000000Z}. */
    SEVEN_DIGITS("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS'Z'"),
    /** {@code 20240201}. */
    DAYS("uuuuMMdd");

    private final DateTimeFormatter form;

    SheetTimes(String form) {
        this.form = DateTimeFormatter.ofPattern(form, Locale.US).withZone(ZoneOffset.UTC);
    }

    String start(Instant from) {
        return form.format(from);
    }

    String end(Instant until) {
        return form.format(until.minusSeconds(1));
    }

    /** A column that holds the last moment that counts. */
    <T> Function<T, String> lastOf(Function<T, Instant> until) {
        return row -> end(until.apply(row));
    }
}
