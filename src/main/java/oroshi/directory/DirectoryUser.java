package oroshi.directory;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import oroshi.access.Role;
import oroshi.basics.PersonNames;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;

/**
 * A person in a directory, as others may know the person: without any secret.
 *
 * @param roles what a partner's own person may do in the Partner Center
 * @param directoryRoles what the person administers in its directory
 * @param sessionsFrom since when sessions count; earlier ones ended when the password was reset
 * @param deletedAt set for somebody who is gone but can come back
 */
public record DirectoryUser(
        TenantId tenantId,
        UserId id,
        String signInName,
        String givenName,
        String familyName,
        String culture,
        UserDetails details,
        Set<Role> roles,
        Set<DirectoryRole> directoryRoles,
        boolean mustChangePassword,
        boolean secondFactor,
        Optional<Instant> sessionsFrom,
        Instant createdAt,
        Optional<Instant> deletedAt) {
    public DirectoryUser {
        roles = Set.copyOf(roles);
        directoryRoles = Set.copyOf(directoryRoles);
    }

    /** The name that somebody chose to show, else first and last name in the order of the person's culture. */
    public String displayName() {
        return details.hasDisplayName()
                ? details.displayName()
                : PersonNames.inOrder(givenName, familyName, Locale.forLanguageTag(culture));
    }

    /** Whether the person administers anything in its directory. */
    public boolean isAdmin() {
        return !roles.isEmpty() || !directoryRoles.isEmpty();
    }
}
