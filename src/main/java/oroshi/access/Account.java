package oroshi.access;

import java.util.Set;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;

/**
 * A person of a directory, as sign-in and tokens know the person.
 *
 * @param mustChangePassword whether the present password is a temporary one
 * @param secondFactor whether an authenticator is enrolled
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
        boolean secondFactor) {
    public Account {
        roles = Set.copyOf(roles);
    }
}
