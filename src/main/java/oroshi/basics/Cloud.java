package oroshi.basics;

/** An isolated cloud: an account, a tenant and a domain belong to exactly one, and nothing moves between them. */
public enum Cloud {
    PUBLIC,
    US_GOV,
    /** Serves the customers it has; takes no new ones. */
    GERMANY;

    /** Whether the indirect model, special qualifications and the customer agreement exist there (Journey 12). */
    public boolean isPublic() {
        return this == PUBLIC;
    }
}
