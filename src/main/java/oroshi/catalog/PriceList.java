package oroshi.catalog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Cloud;

/**
 * One issue of the catalog of a cloud. It is loaded unseen, becomes visible as a whole when it is activated, and is in
 * force from its effective date until the next one's.
 */
public record PriceList(
        UUID id,
        Cloud cloud,
        String name,
        Instant effectiveFrom,
        Instant loadedAt,
        @Nullable Instant activatedAt,
        long version) {}
