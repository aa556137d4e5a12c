package oroshi.notifications;

import java.util.Map;
import java.util.Optional;
import oroshi.basics.CustomerId;

/**
 * Something that a partner's people are to be told.
 *
 * @param subject what it is about: the same kind about the same subject is told once
 */
record News(NotificationKind kind, String subject, Optional<CustomerId> customerId, Map<String, String> facts) {
    News {
        facts = Map.copyOf(facts);
    }
}
