package oroshi.access;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;

/** Somebody was signed in here and wants to prove to be the next one who signs in, too. */
record LinkIntent(UUID tenant, UUID user, Instant startedAt) implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    TenantId tenantId() {
        return new TenantId(tenant);
    }

    UserId userId() {
        return new UserId(user);
    }

    boolean isFresh() {
        return startedAt.plus(PATIENCE).isAfter(Instant.now());
    }
}
