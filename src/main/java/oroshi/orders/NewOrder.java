package oroshi.orders;

import java.util.List;
import java.util.Optional;
import oroshi.access.Caller;

/**
 * What a partner wants to buy for a customer, all of it or nothing.
 *
 * @param placedBy the person or application that orders, as logs and the order history show it
 * @param isByPerson whether somebody is signed in, which a few items ask for
 * @param actsForResellers the provider's statement that it acts for the resellers it names
 * @param customerUser sign-in name of the customer's user who buys through the partner's own shop
 */
public record NewOrder(
        List<NewOrderLine> lines,
        String placedBy,
        boolean isByPerson,
        boolean actsForResellers,
        Optional<String> customerUser) {
    public NewOrder {
        lines = List.copyOf(lines);
    }

    public static NewOrder of(List<NewOrderLine> lines, String placedBy) {
        return new NewOrder(lines, placedBy, false, true, Optional.empty());
    }

    /** An order by whoever calls, who has said already for whom it acts. */
    static NewOrder of(List<NewOrderLine> lines, Caller caller) {
        var isByPerson = caller.userId().isPresent();
        return new NewOrder(lines, caller.name(), isByPerson, true, Optional.empty());
    }
}
