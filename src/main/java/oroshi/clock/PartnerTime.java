package oroshi.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a partner's time differs from real time.
 *
 * @param shift added to real time
 * @param stoppedAt where the clock stands still; null while it runs
 */
record PartnerTime(Duration shift, @Nullable Instant stoppedAt) {
    static final PartnerTime REAL = new PartnerTime(Duration.ZERO, null);

    /** When this clock shows the instant, in real time; a clock that stands still before it never does. */
    Optional<Instant> realTimeOf(Instant instant, Instant now) {
        if (stoppedAt == null) {
            return Optional.of(instant.minus(shift));
        }
        return instant.isAfter(stoppedAt) ? Optional.empty() : Optional.of(now);
    }

    Clock clock(Clock real) {
        if (stoppedAt != null) {
            return Clock.fixed(stoppedAt, ZoneOffset.UTC);
        }
        return shift.isZero() ? real : Clock.offset(real, shift);
    }
}
