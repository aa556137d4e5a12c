package oroshi.onboarding;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import oroshi.customers.CustomerResource;
import oroshi.customers.UserCredentialsResource;
import oroshi.orders.Order;
import oroshi.orders.OrderLine;

/** What one call made: the customer with the administrator's password, which nobody can read again, and the orders. */
record OnboardedResource(CustomerResource customer, String adminUserName, List<OrderPart> orders) {
    /** One order with its lines. */
    record OrderPart(String id, String currencyCode, BigDecimal totalPrice, List<LinePart> lines) {
        static OrderPart of(Order order) {
            return new OrderPart(
                    order.number(),
                    order.currency().getCode(),
                    order.total().getAmount(),
                    order.lines().stream().map(LinePart::of).toList());
        }
    }

    /** One line and the subscription it makes. */
    record LinePart(String itemId, int quantity, @Nullable String subscriptionId) {
        static LinePart of(OrderLine line) {
            return new LinePart(
                    line.itemId(),
                    line.quantity(),
                    line.subscriptionId().map(Object::toString).orElse(null));
        }
    }

    static OnboardedResource of(Onboarded onboarded) {
        var credentials =
                new UserCredentialsResource("admin", onboarded.password().reveal());
        return new OnboardedResource(
                CustomerResource.created(onboarded.customer(), credentials, null),
                onboarded.adminName(),
                onboarded.orders().stream().map(OrderPart::of).toList());
    }
}
