package oroshi.transfers;

/** How far a transfer has come. */
public enum TransferStatus {
    /** Offered by the losing partner; the gaining one decides. */
    ACTIVE("Active"),
    /** Asked for by the gaining partner; the losing one decides. */
    PENDING("Pending"),
    /** Accepted by the losing partner, and carried out in the background. */
    IN_PROGRESS("InProgress"),
    COMPLETE("Complete"),
    /** At least one group could not be taken over; the receiving partner may try again. */
    PARTIALLY_COMPLETE("PartiallyComplete"),
    REJECT("Reject"),
    CANCEL("Cancel"),
    EXPIRED("Expired");

    private final String wire;

    TransferStatus(String wire) {
        this.wire = wire;
    }

    /** The word of the wire. */
    public String wire() {
        return wire;
    }

    /** Key of its name in both languages. */
    public String key() {
        return "transfers.status." + name();
    }

    /** Whether the gaining partner may accept. */
    boolean mayBeAccepted() {
        return this == ACTIVE || this == PARTIALLY_COMPLETE;
    }

    /** Whether somebody has still to decide. */
    boolean isOpen() {
        return this == ACTIVE || this == PENDING;
    }
}
