package oroshi.orders;

import java.util.List;
import org.springframework.stereotype.Service;
import oroshi.basics.CustomerId;
import oroshi.basics.OrderId;
import oroshi.basics.PartnerId;

/** The orders of all partners: the only way to buy something. */
@Service
public class Orders {
    Orders() {}

    /**
     * Buys everything or nothing. Lines of different billing cycles or order groups become different orders. Refuses
     * with the first reason in this order: relationship, agreement, partner status, then each line (availability,
     * segment, market, limits, prerequisites, price as shown), credit.
     */
    public List<Order> place(PartnerId partnerId, CustomerId customerId, NewOrder request) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #place(PartnerId, CustomerId, NewOrder)} for a customer that the same transaction has just stored, with its relationship and agreement. */
    public List<Order> place(PartnerId partnerId, Buyer buyer, NewOrder request) {
        throw new UnsupportedOperationException();
    }

    /** What would be refused about the lines now, each with the field {@code lines[n]…}; empty when all could be bought. */
    public List<oroshi.basics.Problem> check(PartnerId partnerId, Buyer buyer, List<NewOrderLine> lines) {
        throw new UnsupportedOperationException();
    }

    /** Every order that the partner placed for the customer, the latest first. */
    public List<Order> list(PartnerId partnerId, CustomerId customerId) {
        throw new UnsupportedOperationException();
    }

    /** The order; refuses when the partner has none with this id for the customer. */
    public Order get(PartnerId partnerId, CustomerId customerId, OrderId id) {
        throw new UnsupportedOperationException();
    }

    /** The order by its number or id. */
    public Order get(PartnerId partnerId, CustomerId customerId, String numberOrId) {
        throw new UnsupportedOperationException();
    }
}
