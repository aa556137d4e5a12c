package oroshi.orders;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;
import oroshi.basics.OrderId;
import oroshi.basics.PartnerId;

/** A partner has ordered for a customer; published inside the transaction that stores the order. */
public record OrderPlaced(
        PartnerId partnerId, OrderId orderId, Optional<CustomerId> customerId, Map<String, Object> newValues)
        implements BusinessEvent {
    public OrderPlaced {
        newValues = Map.copyOf(newValues);
    }

    static OrderPlaced of(Order order) {
        var lines = order.lines().stream()
                .map(line -> Map.of("offerId", line.itemId(), "name", line.friendlyName(), "quantity", line.quantity()))
                .toList();
        var values = new LinkedHashMap<String, Object>();
        values.put("orderNumber", order.number());
        values.put("billingCycle", order.billingCycle().wire());
        values.put("charge", order.charge().toString());
        values.put("lines", lines);
        order.customerUser().ifPresent(user -> values.put("customerUser", user));
        return new OrderPlaced(order.partnerId(), order.id(), Optional.of(order.customerId()), values);
    }

    @Override
    public String operation() {
        return "create_order";
    }

    @Override
    public String resourceType() {
        return "order";
    }

    @Override
    public String resourceId() {
        return orderId.toString();
    }
}
