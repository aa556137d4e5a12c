package oroshi.customers;

/** A special standing of a customer that opens offers to it. */
public enum Qualification {
    EDUCATION("Education", "education"),
    GOVERNMENT_COMMUNITY_CLOUD("GovernmentCommunityCloud", "government_community_cloud"),
    STATE_OWNED_ENTITY("StateOwnedEntity", "state_owned_entity"),
    /** Comes from the nonprofit programme; a partner never applies for it. */
    NONPROFIT("Nonprofit", "nonprofit");

    private final String wireName;
    private final String legacyName;

    Qualification(String wireName, String legacyName) {
        this.wireName = wireName;
        this.legacyName = legacyName;
    }

    /** Whether it puts the customer into a segment of its own; a customer is in one at most. */
    boolean isOfSegment() {
        return this != STATE_OWNED_ENTITY;
    }

    /** The name in the API, for example {@code GovernmentCommunityCloud}. */
    public String wireName() {
        return wireName;
    }

    /** The name in the older, synchronous form of the API. */
    public String legacyName() {
        return legacyName;
    }
}
