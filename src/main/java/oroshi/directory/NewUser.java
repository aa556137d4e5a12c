package oroshi.directory;

import java.util.Set;
import oroshi.access.Role;
import oroshi.basics.UserId;

/**
 * A person who gets an account with a temporary password.
 *
 * @param name the part of the sign-in name before the @, or a whole sign-in name at one of the tenant's own domains
 * @param culture language and region of the person, for example {@code ja-JP}
 */
public record NewUser(
        UserId id,
        String name,
        String givenName,
        String familyName,
        String culture,
        Set<Role> roles,
        TemporaryPassword password) {
    public NewUser {
        roles = Set.copyOf(roles);
    }

    /** The first user of a new customer: {@code admin@…}, global admin. */
    public static NewUser admin(String givenName, String familyName, String culture, TemporaryPassword password) {
        return new NewUser(UserId.next(), "admin", givenName, familyName, culture, Set.of(Role.GLOBAL_ADMIN), password);
    }
}
