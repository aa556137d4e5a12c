package oroshi.customers;

/** How a customer's address came through the address check (J1-08). */
public enum AddressStanding {
    VERIFIED,
    /** The user took a suggestion of the check. */
    SUGGESTED,
    /** The user kept what was typed although the check suggested something else. */
    AS_TYPED,
    /** The check could not be made. */
    NOT_VERIFIED
}
