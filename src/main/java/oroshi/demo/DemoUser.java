package oroshi.demo;

import java.util.Locale;
import java.util.Set;
import oroshi.access.Role;

/**
 * A person of a demo partner.
 *
 * @param name the part of the sign-in name before the {@code @}
 */
public record DemoUser(String name, String firstName, String lastName, Set<Role> roles) {
    public DemoUser {
        roles = Set.copyOf(roles);
    }

    /** The name in the order of the partner's language. */
    String displayName(Locale culture) {
        return culture.getLanguage().equals("ja") ? lastName + " " + firstName : firstName + " " + lastName;
    }
}
