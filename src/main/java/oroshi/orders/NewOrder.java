package oroshi.orders;

import java.util.List;

/**
 * What a partner wants to buy for a customer, all of it or nothing.
 *
 * @param placedBy the person or application that orders, as logs and the order history show it
 * @param actsForResellers the provider's statement that it acts for the resellers it names
 */
public record NewOrder(List<NewOrderLine> lines, String placedBy, boolean actsForResellers) {
    public NewOrder {
        lines = List.copyOf(lines);
    }

    public static NewOrder of(List<NewOrderLine> lines, String placedBy) {
        return new NewOrder(lines, placedBy, true);
    }
}
