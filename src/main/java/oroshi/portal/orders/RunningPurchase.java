package oroshi.portal.orders;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;
import oroshi.access.Caller;
import oroshi.basics.CartId;
import oroshi.basics.CustomerId;
import oroshi.orders.OpenCarts;
import oroshi.orders.Order;

/** Waits for a purchase that is under way, so that somebody who clicks twice sees what his first click came to. */
@Component
class RunningPurchase {
    private static final int LOOKS = 50;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final OpenCarts carts;

    RunningPurchase(OpenCarts carts) {
        this.carts = carts;
    }

    /** Whether the cart was bought, and by this caller; waits a little for it. */
    boolean isOf(Caller caller, CustomerId customerId, CartId id) {
        for (var look = 0; look < LOOKS; look++) {
            var placed = carts.orders(caller, customerId, id);
            if (!placed.isEmpty()) {
                return placed.stream().map(Order::placedBy).allMatch(caller.name()::equals);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return false;
    }
}
