package oroshi.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Moments and days as the wire writes them: always UTC, moments with seven digits after the second. */
public final class WireTime {
    private static final DateTimeFormatter MOMENT = format("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS'Z'");
    private static final DateTimeFormatter SECOND = format("uuuu-MM-dd'T'HH:mm:ss'Z'");

    private WireTime() {}

    /** For example {@code 2024-03-04T09:12:40.2500000Z}. */
    public static String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    /** The moment without fractions: {@code 2024-03-04T09:12:40Z}. */
    public static String second(Instant moment) {
        return SECOND.format(moment.truncatedTo(ChronoUnit.SECONDS));
    }

    /** The day's first second: {@code 2024-03-04T00:00:00Z}. */
    public static String startOf(LocalDate day) {
        return SECOND.format(day.atStartOfDay(ZoneOffset.UTC));
    }

    /** The day's last second: {@code 2024-03-04T23:59:59Z}. */
    public static String endOf(LocalDate day) {
        return SECOND.format(day.atTime(23, 59, 59).atOffset(ZoneOffset.UTC));
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }
}
