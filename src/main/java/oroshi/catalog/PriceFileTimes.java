package oroshi.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the three ways in which price files write moments, all in UTC. A file repeats a few of them on every line. */
final class PriceFileTimes {
    private static final DateTimeFormatter MONTH_FIRST = DateTimeFormatter.ofPattern("M/d/yyyy h:mm:ss a", Locale.US);
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

    private final Map<String, Optional<Instant>> read = new HashMap<>();

    /** The first moment that counts. */
    Optional<Instant> start(String text) {
        return read.computeIfAbsent(text, PriceFileTimes::read);
    }

    /** The first moment that no longer counts: files write the last one that does. */
    Optional<Instant> end(String text) {
        return start(text).map(last -> last.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
    }

    /** The first day of {@code yyyyMMdd}. */
    static Optional<Instant> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text, DIGITS).atStartOfDay().toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException notDay) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> read(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, MONTH_FIRST).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException notMonthFirst) {
            return iso(text);
        }
    }

    private static Optional<Instant> iso(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException notIso) {
            return Optional.empty();
        }
    }
}
