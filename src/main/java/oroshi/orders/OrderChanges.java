package oroshi.orders;

import static oroshi.access.AccessRefusal.ROLE_MISSING;
import static oroshi.orders.OrderRefusal.CYCLE_WHILE_BUSY;
import static oroshi.orders.OrderRefusal.ORDER_BUSY;
import static oroshi.orders.OrderRefusal.ORDER_UNKNOWN;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.clock.Clocks;
import oroshi.relationships.Relationships;
import oroshi.rest.EntityTag;
import oroshi.subscriptions.SubscriptionRefusal;

/** What a partner may still do about an order that it has placed. Of two changes at once the later is refused. */
@Service
public class OrderChanges {
    private final OrderTable table;
    private final Cancellation cancellation;
    private final CycleChange cycles;
    private final AddOnPurchase addOns;
    private final Relationships relationships;
    private final Clocks clocks;
    private final ApplicationEventPublisher events;

    OrderChanges(
            OrderTable table,
            Cancellation cancellation,
            CycleChange cycles,
            AddOnPurchase addOns,
            Relationships relationships,
            Clocks clocks,
            ApplicationEventPublisher events) {
        this.table = table;
        this.cancellation = cancellation;
        this.cycles = cycles;
        this.addOns = addOns;
        this.relationships = relationships;
        this.clocks = clocks;
        this.events = events;
    }

    /** Takes back everything that is left of the order, all of it or nothing. */
    @Transactional
    public Order cancel(Caller caller, CustomerId customerId, String name) {
        return change(caller, customerId, name, order -> cancelled(caller, order, numbers(order)));
    }

    /** When the order can be taken back for the last time; empty when some of it cannot be, or nothing is left of it. */
    @Transactional(readOnly = true)
    public Optional<Instant> cancellableUntil(Caller caller, Order order) {
        var left = order.lines().stream()
                .filter(line -> line.state() != LineState.CANCELLED)
                .map(line -> cancellation.until(order, line))
                .toList();
        return !mayCancel(caller) || left.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : left.stream().flatMap(Optional::stream).min(Instant::compareTo);
    }

    /** Carries out what the body asks for; the order as it is when that is nothing. */
    @Transactional
    Order update(Caller caller, CustomerId customerId, String name, EntityTag seen, OrderResource body) {
        return change(caller, customerId, name, order -> {
            requireVersion(seen, order);
            return switch (OrderPatch.of(body, order)) {
                case OrderPatch.Cancel cancel -> cancelled(caller, order, cancel.numbers());
                case OrderPatch.AddOns asked -> addOns.carryOut(settled(order, ORDER_BUSY), asked, caller);
                case OrderPatch.Cycle asked ->
                    cycles.carryOut(settled(order, CYCLE_WHILE_BUSY), asked.cycle(), asked.named());
                case OrderPatch.Nothing nothing -> order;
            };
        });
    }

    private Order change(Caller caller, CustomerId customerId, String name, Function<Order, Order> change) {
        var partnerId = caller.partnerId();
        if (!relationships.viewpoint(partnerId, customerId).mayChange()) {
            throw Refusal.because(ROLE_MISSING);
        }
        var before = lock(partnerId, customerId, name);
        var after = carryOut(before, change);
        if (after.version() != before.version()) {
            table.update(after, clocks.of(partnerId).instant());
            events.publishEvent(OrderChanged.between(before, after));
        }
        return after;
    }

    private Order lock(PartnerId partnerId, CustomerId customerId, String name) {
        return table.lock(partnerId, customerId, name).orElseThrow(() -> table.find(partnerId, customerId, name)
                .map(busy -> Refusal.because(ORDER_BUSY, name))
                .orElseGet(() -> Refusal.because(ORDER_UNKNOWN, name)));
    }

    /** Who changed a subscription of the order at the same moment was faster. */
    private static Order carryOut(Order before, Function<Order, Order> change) {
        try {
            return change.apply(before);
        } catch (Refusal refusal) {
            throw refusal.is(SubscriptionRefusal.CHANGED_MEANWHILE)
                    ? Refusal.because(ORDER_BUSY, before.number())
                    : refusal;
        }
    }

    private Order cancelled(Caller caller, Order order, Set<Integer> numbers) {
        if (!mayCancel(caller)) {
            throw Refusal.because(ROLE_MISSING);
        }
        return cancellation.carryOut(settled(order, ORDER_BUSY), numbers);
    }

    /** What can be cancelled here is for admin agents to cancel, and for applications. */
    private static boolean mayCancel(Caller caller) {
        return caller.isApplicationAlone() || caller.roles().contains(Role.ADMIN_AGENT);
    }

    private static Order settled(Order order, OrderRefusal otherwise) {
        if (order.status() == OrderStatus.PENDING || order.status() == OrderStatus.PO_UPLOAD_COMPLETE) {
            throw Refusal.because(otherwise, order.number());
        }
        return order;
    }

    private static void requireVersion(EntityTag seen, Order order) {
        var isStale = order.isLegacy()
                && seen.version()
                        .filter(version -> !version.equals(OrderResource.etag(order)))
                        .isPresent();
        if (isStale) {
            throw seen.stale();
        }
    }

    private static Set<Integer> numbers(Order order) {
        return order.lines().stream().map(OrderLine::number).collect(Collectors.toSet());
    }
}
