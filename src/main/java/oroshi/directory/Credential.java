package oroshi.directory;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;

/** What proves a person: password hash and second factor, and how often proving failed. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Credential(
        TenantId tenantId,
        UserId userId,
        String signInName,
        String passwordHash,
        boolean mustChangePassword,
        @Nullable Instant passwordExpiresAt,
        @Nullable Instant lockedUntil,
        byte @Nullable [] totpSecret,
        boolean secondFactor) {
    Optional<Instant> lockedAt(Instant now) {
        return Optional.ofNullable(lockedUntil).filter(until -> until.isAfter(now));
    }

    boolean passwordExpiredAt(Instant now) {
        return mustChangePassword && passwordExpiresAt != null && passwordExpiresAt.isBefore(now);
    }

    /** The part of the sign-in name before the @. */
    String localName() {
        return signInName.substring(0, signInName.indexOf('@'));
    }

    @Override
    public String toString() {
        return signInName;
    }
}
