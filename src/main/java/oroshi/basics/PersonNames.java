package oroshi.directory;

import java.util.Locale;
import java.util.Set;

/** The order of first and last name, which depends on the person's culture. */
final class PersonNames {
    // As the generated column shown_name of directory.user_account has it.
    private static final Set<String> FAMILY_NAME_FIRST = Set.of("ja", "ko", "zh", "hu");

    private PersonNames() {}

    static String inOrderOf(String culture, String givenName, String familyName) {
        var language = Locale.forLanguageTag(culture).getLanguage();
        return FAMILY_NAME_FIRST.contains(language) ? familyName + " " + givenName : givenName + " " + familyName;
    }
}
