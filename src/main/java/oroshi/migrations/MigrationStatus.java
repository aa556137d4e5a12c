package oroshi.migrations;

/** How far a migration has come. */
public enum MigrationStatus {
    PROCESSING("Processing"),
    COMPLETED("Completed"),
    FAILED("Failed");

    private final String wire;

    MigrationStatus(String wire) {
        this.wire = wire;
    }

    /** The word of the wire. */
    public String wire() {
        return wire;
    }
}
