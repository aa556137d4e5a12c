package oroshi.activity;

import java.time.Instant;
import java.util.UUID;

/** Where a page of the log ends: the next one starts with what is older. */
public record ActivityPosition(Instant occurredAt, UUID recordId) {}
