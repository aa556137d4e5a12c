package oroshi.directory;

/**
 * What is known about a person beside the names; each is empty where nobody said it.
 *
 * @param displayName the name to show, where it is not simply first and last name
 * @param usageLocation ISO code of the country in which the person uses licenses
 * @param immutableId link to the person's object in a directory of the customer's own
 */
public record UserDetails(String displayName, String usageLocation, String phoneNumber, String immutableId) {
    static final UserDetails NONE = new UserDetails("", "", "", "");

    boolean hasDisplayName() {
        return !displayName.isEmpty();
    }
}
