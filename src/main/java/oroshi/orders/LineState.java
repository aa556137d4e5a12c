package oroshi.orders;

/** Whether the customer can use what a line of an order bought. */
public enum LineState {
    SETTING_UP("prefulfillmentPending"),
    FULFILLED("fulfilled"),
    /** Not delivered before the partner has handed in papers. */
    WAITING_FOR_PAPERS("prefulfillmentPending"),
    /** The papers are there and are looked at. */
    IN_REVIEW("prefulfillmentPending"),
    FAILED("unfulfilled"),
    /** Taken back: nothing of it is left. */
    CANCELLED("unfulfilled");

    private final String wire;

    LineState(String wire) {
        this.wire = wire;
    }

    /** The word of the wire. */
    public String wire() {
        return wire;
    }

    /** Key of its name in both languages. */
    public String key() {
        return "order.line." + name();
    }
}
