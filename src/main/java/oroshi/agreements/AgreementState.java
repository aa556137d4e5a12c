package oroshi.agreements;

/** How a customer stands with the required agreement, for its record. */
public enum AgreementState {
    /** The cloud has no agreement to accept. */
    NOT_APPLICABLE,
    NOT_PROVIDED,
    /** The customer was asked to accept in the customer portal. */
    AWAITING_CUSTOMER,
    CONFIRMED_BY_PARTNER,
    ACCEPTED_BY_CUSTOMER,
    /** A newer version than the accepted one is in effect. */
    NEW_VERSION
}
