package oroshi.directory;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import oroshi.access.Role;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;

/**
 * A person in a directory, as others may know the person: without any secret.
 *
 * @param sessionsFrom since when sessions count; earlier ones ended when the password was reset
 */
public record DirectoryUser(
        TenantId tenantId,
        UserId id,
        String signInName,
        String givenName,
        String familyName,
        String culture,
        Set<Role> roles,
        boolean mustChangePassword,
        boolean secondFactor,
        Optional<Instant> sessionsFrom,
        Instant createdAt) {
    public DirectoryUser {
        roles = Set.copyOf(roles);
    }

    /** First and last name in the order of the person's culture. */
    public String displayName() {
        return PersonNames.inOrderOf(culture, givenName, familyName);
    }
}
