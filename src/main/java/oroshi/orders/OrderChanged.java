package oroshi.orders;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import oroshi.basics.BusinessEvent;
import oroshi.basics.CustomerId;
import oroshi.basics.OrderId;
import oroshi.basics.PartnerId;

/** An order is not what it was; published inside the transaction that changes it. */
public record OrderChanged(
        PartnerId partnerId,
        OrderId orderId,
        Optional<CustomerId> customerId,
        Map<String, Object> oldValues,
        Map<String, Object> newValues)
        implements BusinessEvent {
    public OrderChanged {
        oldValues = Map.copyOf(oldValues);
        newValues = Map.copyOf(newValues);
    }

    static OrderChanged between(Order before, Order after) {
        return new OrderChanged(
                before.partnerId(), before.id(), Optional.of(before.customerId()), values(before), values(after));
    }

    /** Papers came; only how many is told. */
    static OrderChanged withPapers(Order before, Order after, int filesBefore, int filesAfter) {
        return new OrderChanged(
                before.partnerId(),
                before.id(),
                Optional.of(before.customerId()),
                Map.of("status", before.status().wire(), "attachments", filesBefore),
                Map.of("status", after.status().wire(), "attachments", filesAfter));
    }

    private static Map<String, Object> values(Order order) {
        var values = new LinkedHashMap<String, Object>();
        values.put("orderNumber", order.number());
        values.put("status", order.status().wire());
        values.put("billingCycle", order.billingCycle().wire());
        values.put(
                "lines",
                order.lines().stream()
                        .map(line -> Map.of(
                                "offerId", line.itemId(), "name", line.friendlyName(), "quantity", line.remaining()))
                        .toList());
        return values;
    }

    @Override
    public String operation() {
        return "update_order";
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
