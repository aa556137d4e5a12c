package oroshi.directory;

import java.util.Locale;
import java.util.Set;
import oroshi.basics.Refusal;
import oroshi.basics.Typed;

/** What may be said about a person of a customer's directory. */
final class MemberRules {
    private static final int LONGEST = 50;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private MemberRules() {}

    static UserDetails checked(UserDetails details) {
        return new UserDetails(
                displayName(details.displayName()),
                details.usageLocation().isEmpty() ? "" : usageLocation(details.usageLocation()),
                text("phoneNumber", details.phoneNumber()),
                text("immutableId", details.immutableId()));
    }

    static String signInName(String typed) {
        var name = Typed.email(typed);
        if (!NewAccount.isSignInName(name)) {
            throw Refusal.of("userPrincipalName", DirectoryRefusal.SIGN_IN_NAME_FORMAT);
        }
        return name.toLowerCase(Locale.ROOT);
    }

    static String displayName(String typed) {
        var name = text("displayName", typed);
        if (name.isEmpty()) {
            throw Refusal.of("displayName", DirectoryRefusal.DISPLAY_NAME_MISSING);
        }
        return name;
    }

    static String usageLocation(String typed) {
        var country = Typed.code(typed).toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(country)) {
            throw Refusal.of("usageLocation", DirectoryRefusal.LOCATION_UNKNOWN);
        }
        return country;
    }

    static String text(String field, String typed) {
        var text = Typed.name(typed);
        if (Typed.length(text) > LONGEST || Typed.hasControlCharacter(text)) {
            throw Refusal.of(field, DirectoryRefusal.TEXT_TOO_LONG, LONGEST);
        }
        return text;
    }
}
