package oroshi.customers;

import java.time.Instant;
import java.util.Optional;
import oroshi.basics.CustomerId;

/** A customer with the state of the partner's administration of its directory. */
record Administered(
        CustomerId customerId, String name, boolean enabled, Optional<Instant> startedAt, Optional<Instant> endedAt) {}
