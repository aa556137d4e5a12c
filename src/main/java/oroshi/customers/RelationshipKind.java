package oroshi.customers;

/** What a partner is to a customer on its list. */
public enum RelationshipKind {
    CLOUD_RESELLER("reseller"),
    /** The customer is served through an indirect reseller: its provider and the reseller both see it so. */
    CLOUD_RESELLER_INDIRECT("reseller"),
    ADVISOR("advisor");

    private final String wireName;

    RelationshipKind(String wireName) {
        this.wireName = wireName;
    }

    /** The word of the API. */
    public String wireName() {
        return wireName;
    }
}
