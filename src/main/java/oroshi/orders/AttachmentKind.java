package oroshi.orders;

/** What a paper is that comes with an order. */
public enum AttachmentKind {
    PURCHASE_ORDER("POAttachment"),
    TENDER("TenderAttachment");

    private final String wire;

    AttachmentKind(String wire) {
        this.wire = wire;
    }

    /** The word of the wire. */
    public String wire() {
        return wire;
    }

    /** Key of its name in both languages. */
    public String key() {
        return "orders.attachment." + name();
    }
}
