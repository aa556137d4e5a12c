package oroshi.sandbox;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Locale;
import oroshi.basics.Refusal;
import oroshi.rest.RestRefusal;

/** How far a clock is to be moved: to an instant, or by a period from wherever it stands. */
public sealed interface Leap {
    /** Where it ends. */
    Instant from(Instant now);

    /** To the instant that the text writes, with its offset: {@code 2029-01-15T00:00:00Z}. */
    static Leap to(String text) {
        try {
            return new To(OffsetDateTime.parse(text.strip()).toInstant());
        } catch (DateTimeException noInstant) {
            throw Refusal.of(
                    "to", RestRefusal.INVALID_VALUE, "it must be an instant with its offset, as 2029-01-15T00:00:00Z");
        }
    }

    /** By the period, the duration or both that the text writes: {@code P3Y}, {@code PT36H}, {@code P1DT12H}. */
    static Leap by(String text) {
        var word = text.strip().toUpperCase(Locale.ROOT);
        var hours = word.indexOf('T');
        try {
            return new By(
                    hours == 1 ? Period.ZERO : Period.parse(hours < 0 ? word : word.substring(0, hours)),
                    hours < 0 ? Duration.ZERO : Duration.parse("P" + word.substring(hours)));
        } catch (DateTimeException noPeriod) {
            throw Refusal.of(
                    "by", RestRefusal.INVALID_VALUE, "it must be an ISO 8601 period such as P1M, P3Y or P1DT12H");
        }
    }

    /** To an instant. */
    record To(Instant instant) implements Leap {
        @Override
        public Instant from(Instant now) {
            return instant;
        }
    }

    /** By so much, counted on the calendar in UTC. */
    record By(Period period, Duration duration) implements Leap {
        @Override
        public Instant from(Instant now) {
            try {
                return now.atOffset(ZoneOffset.UTC).plus(period).plus(duration).toInstant();
            } catch (DateTimeException | ArithmeticException tooFar) {
                throw Refusal.because(ClockRefusal.TOO_FAR, TestClocks.MOST_YEARS);
            }
        }
    }
}
