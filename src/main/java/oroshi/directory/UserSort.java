package oroshi.directory;

/** By what the people of a tenant are ordered; equal values follow by id. */
public enum UserSort {
    /** By name in the order of each person's culture. */
    NAME,
    SIGN_IN_NAME,
    GIVEN_NAME,
    FAMILY_NAME
}
