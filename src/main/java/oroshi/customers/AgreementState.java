package oroshi.customers;

/** How a customer stands to the agreement, as the list filters by it; the agreements module says when it changes. */
public enum AgreementState {
    ACCEPTED,
    AWAITING_CUSTOMER,
    MISSING,
    NOT_NEEDED
}
