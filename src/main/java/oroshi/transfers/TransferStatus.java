package oroshi.transfers;

/** How far a transfer has come. */
public enum TransferStatus {
    ACTIVE("Active"),
    COMPLETE("Complete"),
    /** At least one group could not be taken over; the receiving partner may try again. */
    PARTIALLY_COMPLETE("PartiallyComplete"),
    REJECT("Reject");

    private final String wire;

    TransferStatus(String wire) {
        this.wire = wire;
    }

    /** The word of the wire. */
    public String wire() {
        return wire;
    }

    boolean mayBeAccepted() {
        return switch (this) {
            case ACTIVE, PARTIALLY_COMPLETE -> true;
            case COMPLETE, REJECT -> false;
        };
    }
}
