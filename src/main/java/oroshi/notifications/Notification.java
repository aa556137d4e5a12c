package oroshi.notifications;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import oroshi.basics.CustomerId;

/**
 * Something that one person was told.
 *
 * @param facts what the text names beside the customer, by name; never a secret
 * @param unread whether the person has yet to read it
 */
public record Notification(
        UUID id,
        NotificationKind kind,
        Optional<CustomerId> customerId,
        Map<String, String> facts,
        Instant occurredAt,
        boolean unread) {
    public Notification {
        facts = Map.copyOf(facts);
    }

    /** The fact of that name; empty text when there is none. */
    public String fact(String name) {
        return facts.getOrDefault(name, "");
    }
}
