package oroshi.customers;

import java.util.Locale;
import java.util.Optional;
import oroshi.basics.PersonNames;

/** The person at the customer to whom messages go. */
public record Contact(String firstName, String lastName, EmailAddress email, Optional<PhoneNumber> phone) {
    /** The name in the order of the language (P1). */
    public String name(Locale language) {
        return PersonNames.inOrder(firstName, lastName, language);
    }
}
