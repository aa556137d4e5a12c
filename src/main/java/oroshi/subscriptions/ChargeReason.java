package oroshi.subscriptions;

/** Why something is charged or given back. */
public enum ChargeReason {
    /** The first charge of a subscription. */
    NEW,
    /** The first charge of a renewed term. */
    RENEW,
    /** Every further cycle of a term. */
    CYCLE,
    /** The first cycle that is paid for in another way inside a term. */
    CHANGE_BILLING_PLAN,
    /** A longer term began at once. */
    CHANGE_TERM,
    ADD_QUANTITY,
    REMOVE_QUANTITY,
    /** A classic subscription is not charged while it is suspended. */
    SUSPEND,
    REACTIVATE,
    CANCEL,
    /** A classic subscription is charged in another cycle from now on. */
    CHANGE_CYCLE,
    /** A subscription was upgraded, or a trial became the paid subscription. */
    CONVERT,
    /** Seats went into a subscription that was there. */
    MOVE_QUANTITY
}
