package oroshi.access.throttling;

import java.time.Duration;

/**
 * How many calls a period takes.
 *
 * @param requests at least one
 */
record Limit(int requests, Duration period) {
    Limit {
        if (requests < 1 || !period.isPositive()) {
            throw new IllegalArgumentException("A limit takes at least one call, in a period that is not empty.");
        }
    }

    static Limit perMinute(int requests) {
        return new Limit(requests, Duration.ofMinutes(1));
    }

    /** A wait in whole seconds, as {@code Retry-After} tells it: at least one. */
    static long retryAfter(Duration wait) {
        return Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds());
    }

    Limit times(int factor) {
        return new Limit(requests * factor, period);
    }
}
