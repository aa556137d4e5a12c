package oroshi.migrations;

/** How far the schedule of a migration has come. */
public enum ScheduleStatus {
    CREATED("Created"),
    PROCESSING("Processing"),
    COMPLETED("Completed"),
    FAILED("Failed"),
    CANCELLED("Cancelled");

    private final String wire;

    ScheduleStatus(String wire) {
        this.wire = wire;
    }

    /** The word of the wire. */
    public String wire() {
        return wire;
    }
}
