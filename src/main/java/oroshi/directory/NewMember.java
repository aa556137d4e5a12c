package oroshi.directory;

import java.util.Set;

/**
 * A person who gets an account in a customer's directory. An instance has passed every rule that needs no database.
 *
 * @param signInName the whole sign-in name, at one of the directory's own domains
 */
public record NewMember(
        String signInName,
        String givenName,
        String familyName,
        UserDetails details,
        Set<DirectoryRole> roles,
        GivenPassword password) {
    public NewMember {
        signInName = MemberRules.signInName(signInName);
        givenName = MemberRules.text("firstName", givenName);
        familyName = MemberRules.text("lastName", familyName);
        details = MemberRules.checked(details);
        roles = Set.copyOf(roles);
        password.check(signInName);
    }
}
