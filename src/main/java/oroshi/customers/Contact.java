package oroshi.customers;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The person at the customer to whom messages go. */
public record Contact(String firstName, String lastName, EmailAddress email, Optional<PhoneNumber> phone) {
    private static final Set<String> LAST_NAME_FIRST = Set.of("ja", "ko", "zh", "hu");

    /** The name in the order of the language (P1). */
    public String name(Locale language) {
        return name(firstName, lastName, language);
    }

    /** A person's name in the order of the language (P1). */
    public static String name(String firstName, String lastName, Locale language) {
        return LAST_NAME_FIRST.contains(language.getLanguage())
                ? lastName + " " + firstName
                : firstName + " " + lastName;
    }
}
