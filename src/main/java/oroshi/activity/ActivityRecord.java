package oroshi.activity;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.UserId;

/**
 * One change that somebody made, as the activity log shows it for ever.
 *
 * @param operation for example {@code add_customer}
 * @param userName sign-in name of the person, or name of the application or run that acted
 * @param oldValues what changed, before; never a secret
 * @param newValues what changed, after; never a secret
 * @param webhook type of the event that goes out, if any
 */
public record ActivityRecord(
        PartnerId partnerId,
        UUID recordId,
        Instant occurredAt,
        Optional<CustomerId> customerId,
        String operation,
        String resourceType,
        String resourceId,
        ActivityStatus status,
        Optional<UserId> userId,
        String userName,
        Optional<UUID> applicationId,
        Optional<UUID> correlationId,
        Map<String, Object> oldValues,
        Map<String, Object> newValues,
        Map<String, Object> details,
        Optional<String> webhook) {
    public ActivityRecord {
        oldValues = Map.copyOf(oldValues);
        newValues = Map.copyOf(newValues);
        details = Map.copyOf(details);
    }
}
