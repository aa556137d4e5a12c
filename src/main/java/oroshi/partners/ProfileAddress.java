package oroshi.partners;

/**
 * Where a partner is, as one of its own profiles says it, with the person to ask for. What was not said is an empty text.
 *
 * @param country two-letter code
 */
public record ProfileAddress(
        String country,
        String region,
        String city,
        String state,
        String addressLine1,
        String addressLine2,
        String addressLine3,
        String postalCode,
        String firstName,
        String middleName,
        String lastName,
        String phoneNumber) {
    /** An address of which only the country is known. */
    public static ProfileAddress in(String country) {
        return new ProfileAddress(country, "", "", "", "", "", "", "", "", "", "", "");
    }

    /** Whether it names a person or a number beside the place. */
    boolean namesSomebody() {
        return !(firstName + middleName + lastName + phoneNumber).isEmpty();
    }
}
