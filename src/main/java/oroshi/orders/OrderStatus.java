package oroshi.orders;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How far an order has come. */
public enum OrderStatus {
    /** Its subscriptions are being set up. */
    PENDING,
    /** The partner has to hand in papers first. */
    PENDING_PO_UPLOAD,
    /** The papers are there and are looked at. */
    PO_UPLOAD_COMPLETE,
    COMPLETED,
    /** The set-up of some lines failed. */
    PARTIAL_SUCCESS,
    /** The set-up of all lines failed. */
    ERROR,
    CANCELLED;

    /** What the states of its lines make of an order. */
    static OrderStatus of(List<OrderLine> lines) {
        var states = lines.stream().map(OrderLine::state).collect(Collectors.toSet());
        states.remove(LineState.CANCELLED);
        if (states.isEmpty()) {
            return CANCELLED;
        }
        if (states.contains(LineState.SETTING_UP)) {
            return PENDING;
        }
        if (states.contains(LineState.WAITING_FOR_PAPERS)) {
            return PENDING_PO_UPLOAD;
        }
        if (states.contains(LineState.IN_REVIEW)) {
            return PO_UPLOAD_COMPLETE;
        }
        if (!states.contains(LineState.FAILED)) {
            return COMPLETED;
        }
        return states.contains(LineState.FULFILLED) ? PARTIAL_SUCCESS : ERROR;
    }

    /** The word of the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of its name in both languages. */
    public String key() {
        return "order.status." + name();
    }
}
