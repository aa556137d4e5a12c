package oroshi.activity;

import java.time.Instant;
import java.util.Optional;
import oroshi.basics.CustomerId;

/**
 * Which records of the activity log are asked for.
 *
 * @param from the first instant that counts
 * @param before the first instant that no longer counts
 * @param operation exactly this operation
 * @param customerId only what concerns this customer
 * @param userName only what this user did; part of the name, without regard to case
 * @param status only what ended so
 */
public record ActivityFilter(
        Instant from,
        Instant before,
        Optional<String> operation,
        Optional<CustomerId> customerId,
        Optional<String> userName,
        Optional<ActivityStatus> status) {
    /** Whatever the status. */
    public ActivityFilter(
            Instant from,
            Instant before,
            Optional<String> operation,
            Optional<CustomerId> customerId,
            Optional<String> userName) {
        this(from, before, operation, customerId, userName, Optional.empty());
    }
}
