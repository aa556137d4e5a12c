package oroshi.basics;

import java.util.Locale;
import java.util.Set;

/** The order of first and last name, which depends on the language (P1): 山本 直子, Maria Delgado. */
public final class PersonNames {
    // As the generated column shown_name of directory.user_account has it.
    private static final Set<String> FAMILY_NAME_FIRST = Set.of("ja", "ko", "zh", "hu");

    private PersonNames() {}

    public static boolean isFamilyNameFirst(Locale language) {
        return FAMILY_NAME_FIRST.contains(language.getLanguage());
    }

    /** Both names, or the one that there is. */
    public static String inOrder(String firstName, String lastName, Locale language) {
        var name = isFamilyNameFirst(language) ? lastName + " " + firstName : firstName + " " + lastName;
        return name.strip();
    }
}
