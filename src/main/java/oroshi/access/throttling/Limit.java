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

    Limit times(int factor) {
        return new Limit(requests * factor, period);
    }
}
