package oroshi.access;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;

/** A sign-in whose password was right and that has steps left; nothing opens before the last one. */
public record PendingSignIn(
        UUID tenant, UUID user, String name, SignInStep step, boolean secondFactor, Instant startedAt)
        implements Serializable {
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
