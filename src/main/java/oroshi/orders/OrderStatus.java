package oroshi.orders;

import java.util.Locale;

/** How far an order has come. */
public enum OrderStatus {
    /** Its subscriptions are being set up. */
    PENDING,
    COMPLETED,
    /** The set-up of some lines failed. */
    PARTIAL_SUCCESS,
    /** The set-up of all lines failed. */
    ERROR,
    CANCELLED;

    /** The word of the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of its name in both languages. */
    public String key() {
        return "order.status." + name();
    }
}
