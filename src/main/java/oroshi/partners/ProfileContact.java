package oroshi.partners;

/** The person to ask for at a partner. What was not said is an empty text. */
public record ProfileContact(String firstName, String middleName, String lastName, String email, String phoneNumber) {
    /** Nobody yet. */
    public static final ProfileContact NOBODY = new ProfileContact("", "", "", "", "");
}
