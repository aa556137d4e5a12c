package oroshi.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Moments and days as the wire writes them: always UTC, moments with seven digits after the second. */
public final class WireTime {
    private static final DateTimeFormatter MOMENT = format("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS'Z'");
    private static final DateTimeFormatter SECOND = format("uuuu-MM-dd'T'HH:mm:ss'Z'");
    private static final int LENGTH_OF_DAY = 10;
    private static final int LAST_YEAR = 9999;

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

    /**
     * The day in UTC of a moment, or of a day that stands alone; a moment without zone is one in UTC. Empty when the text
     * is neither.
     */
    public static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(read(text.strip())).filter(day -> day.getYear() <= LAST_YEAR);
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }

    private static LocalDate read(String text) {
        if (text.length() == LENGTH_OF_DAY) {
            return LocalDate.parse(text);
        }
        var moment = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return moment instanceof OffsetDateTime withOffset
                ? withOffset.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate()
                : LocalDateTime.from(moment).toLocalDate();
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }
}
