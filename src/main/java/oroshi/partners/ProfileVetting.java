package oroshi.partners;

/** How far the operator's examination of a partner's legal data has come. */
public enum ProfileVetting {
    /** There is nothing to examine yet. */
    NONE,
    PENDING,
    AUTHORIZED,
    REJECTED
}
