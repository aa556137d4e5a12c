package oroshi.portal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import oroshi.access.Caller;
import oroshi.access.Role;

/**
 * The person in front of a page.
 *
 * @param caller what a partner's user may do; null for a customer's user in the customer portal
 * @param name the person's name in the order of its culture
 * @param organization the partner's name, or in the customer portal the sign-in name
 * @param culture language and region of the person, for example {@code de-DE}; empty when unknown
 */
public record Visitor(@Nullable Caller caller, String name, String organization, String culture) {
    private static final int FIRST_CJK_CHARACTER = 0x2e80;

    /** The roles, the widest first. */
    public List<Role> roles() {
        return caller == null ? List.of() : caller.roles().stream().sorted().toList();
    }

    /** Where the visitor's portal begins. */
    public String home() {
        return caller == null ? "/customer-portal" : "/";
    }

    /** Where a form of the visitor's portal ends the session. */
    public String signOut() {
        return caller == null ? "/customer-portal/sign-out" : "/sign-out";
    }

    /** One or two letters for the picture beside the name. */
    public String initials() {
        var words = name.strip().split("[\\s@._-]+");
        var first = words[0].codePoints().findFirst().orElse('?');
        if (first >= FIRST_CJK_CHARACTER) {
            return Character.toString(first);
        }
        return Arrays.stream(words)
                .limit(2)
                .flatMap(word -> word.codePoints().limit(1).mapToObj(Character::toString))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }
}
