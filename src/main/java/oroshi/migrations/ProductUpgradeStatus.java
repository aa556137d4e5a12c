package oroshi.migrations;

/** How far the move of a customer to the Azure plan has come. */
public enum ProductUpgradeStatus {
    PENDING("Pending"),
    IN_PROGRESS("InProgress"),
    COMPLETED("Completed"),
    FAILED("Failed");

    private final String wire;

    ProductUpgradeStatus(String wire) {
        this.wire = wire;
    }

    /** The word of the wire. */
    public String wire() {
        return wire;
    }

    /** Whether there is still something to be done. */
    public boolean isRunning() {
        return switch (this) {
            case PENDING, IN_PROGRESS -> true;
            case COMPLETED, FAILED -> false;
        };
    }
}
