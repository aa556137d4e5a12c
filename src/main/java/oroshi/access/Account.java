package oroshi.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;

/**
 * A person of a directory, as sign-in and tokens know the person.
 *
 * @param mustChangePassword whether the present password is a temporary one
 * @param secondFactor whether an authenticator is enrolled
 * @param sessionsFrom since when sessions count; a reset of the password ended the earlier ones
 */
public record Account(
        TenantId tenantId,
        UserId userId,
        String signInName,
        String givenName,
        String familyName,
        String culture,
        Set<Role> roles,
        boolean mustChangePassword,
        boolean secondFactor,
        Optional<Instant> sessionsFrom) {
    public Account {
        roles = Set.copyOf(roles);
    }

    /** Whether what began at the time still counts: nothing does that is older than the last reset of the password. */
    public boolean counts(Instant began) {
        return sessionsFrom.map(began::isAfter).orElse(true);
    }
}
