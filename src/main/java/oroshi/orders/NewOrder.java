package oroshi.orders;

import java.util.List;
import java.util.Optional;

/**
 * What a partner wants to buy for a customer, all of it or nothing.
 *
 * @param placedBy the person or application that orders, as logs and the order history show it
 * @param actsForResellers the provider's statement that it acts for the resellers it names
 * @param currency in which the buyer expects the prices; empty for the partner's
 */
public record NewOrder(List<NewOrderLine> lines, String placedBy, boolean actsForResellers, Optional<String> currency) {
    public NewOrder {
        lines = List.copyOf(lines);
    }

    public NewOrder(List<NewOrderLine> lines, String placedBy, boolean actsForResellers) {
        this(lines, placedBy, actsForResellers, Optional.empty());
    }

    public static NewOrder of(List<NewOrderLine> lines, String placedBy) {
        return new NewOrder(lines, placedBy, true);
    }
}
