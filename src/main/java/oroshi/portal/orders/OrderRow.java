package oroshi.portal.orders;

import oroshi.orders.Order;
import oroshi.orders.OrderLine;
import oroshi.portal.Tone;

/**
 * An order as pages show it.
 *
 * @param showsAmounts whether the reader may see what it costs
 */
public record OrderRow(Order order, boolean showsAmounts) {
    public Tone tone() {
        return switch (order.status()) {
            case COMPLETED -> Tone.SUCCESS;
            case PENDING, PO_UPLOAD_COMPLETE -> Tone.INFO;
            case PARTIAL_SUCCESS, PENDING_PO_UPLOAD -> Tone.WARNING;
            case ERROR -> Tone.DANGER;
            case CANCELLED -> Tone.NEUTRAL;
        };
    }

    public Tone tone(OrderLine line) {
        return switch (line.state()) {
            case FULFILLED -> Tone.SUCCESS;
            case SETTING_UP, IN_REVIEW -> Tone.INFO;
            case FAILED, WAITING_FOR_PAPERS -> Tone.WARNING;
            case CANCELLED -> Tone.NEUTRAL;
        };
    }

    /** Key of the name of its billing cycle. */
    public String cycle() {
        return "orders.cycle." + order.billingCycle().name();
    }
}
