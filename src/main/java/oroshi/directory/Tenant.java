package oroshi.directory;

import java.time.Instant;
import oroshi.basics.Cloud;
import oroshi.basics.TenantId;

/** A directory of an organisation. */
public record Tenant(
        TenantId id,
        Cloud cloud,
        String initialDomain,
        String displayName,
        String country,
        String culture,
        Instant createdAt) {}
