package oroshi.customers;

/** How far the operator's review of a qualification has come. */
public enum VettingStatus {
    IN_REVIEW("InReview"),
    APPROVED("Approved"),
    DENIED("Denied");

    private final String wireName;

    VettingStatus(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
