package oroshi.basics;

import java.util.Map;
import java.util.Optional;

/**
 * Something a partner did that others may want to know; published inside the transaction that does it. The activity
 * record, and from it audit log and webhooks, is made from every one.
 */
public interface BusinessEvent {
    /** Name of the operation in the activity log, for example {@code add_customer}. */
    String operation();

    /** Kind of thing that changed, for example {@code customer}. */
    String resourceType();

    /** Id of the thing that changed. */
    String resourceId();

    /** The customer it concerns, if any. */
    Optional<CustomerId> customerId();

    /** The values before, by name; empty for something new. Never a secret. */
    default Map<String, Object> oldValues() {
        return Map.of();
    }

    /** The values after, by name. Never a secret. */
    default Map<String, Object> newValues() {
        return Map.of();
    }

    /** Further facts for the log's reader, by name. Never a secret. */
    default Map<String, Object> details() {
        return Map.of();
    }

    /** Type of the webhook event that goes out after commit, if the change has one. */
    default Optional<String> webhook() {
        return Optional.empty();
    }
}
