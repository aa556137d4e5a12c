package oroshi.orders;

import static oroshi.orders.OrderRefusal.CANCELLATION_CLOSED;
import static oroshi.orders.OrderRefusal.CANCELLED_BY_SUBSCRIPTION;
import static oroshi.orders.OrderRefusal.LICENSES_BY_SUBSCRIPTION;
import static oroshi.orders.OrderRefusal.NOT_CANCELLABLE;
import static oroshi.orders.OrderRefusal.ONLY_SOFTWARE;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import oroshi.basics.Refusal;
import oroshi.catalog.ItemKind;
import oroshi.clock.Clocks;
import oroshi.partners.Partners;
import oroshi.subscriptions.OrderedSubscriptions;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.SubscriptionRefusal;
import oroshi.subscriptions.Subscriptions;

/**
 * Which lines of an order can be taken back, and what that does. Software goes back within its window; a partner that
 * only tries things takes back reservations as well, and both for longer. Everything else ends on its subscription.
 */
@Component
class Cancellation {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration TRIAL_RUN = Duration.ofDays(60);

    private final Subscriptions subscriptions;
    private final OrderedSubscriptions ordered;
    private final Partners partners;
    private final Clocks clocks;

    Cancellation(Subscriptions subscriptions, OrderedSubscriptions ordered, Partners partners, Clocks clocks) {
        this.subscriptions = subscriptions;
        this.ordered = ordered;
        this.partners = partners;
        this.clocks = clocks;
    }

    /** The order without the lines; refuses when one of them cannot go. */
    Order carryOut(Order order, Set<Integer> numbers) {
        var going = order.lines().stream()
                .filter(line -> numbers.contains(line.number()) && line.state() != LineState.CANCELLED)
                .toList();
        if (going.isEmpty()) {
            throw Refusal.because(NOT_CANCELLABLE, order.number());
        }
        going.forEach(line -> require(order, line));
        going.forEach(line -> end(order, line));
        var left = order.lines().stream()
                .map(line -> going.contains(line) ? line.withState(LineState.CANCELLED) : line)
                .toList();
        return order.changed(left, order.billingCycle());
    }

    /** The last moment at which the line can be taken back, if it still can be at the moment. */
    Optional<Instant> until(Order order, OrderLine line) {
        var isOpen =
                switch (line.state()) {
                    case FULFILLED, FAILED, WAITING_FOR_PAPERS -> true;
                    case SETTING_UP, IN_REVIEW, CANCELLED -> false;
                };
        return isOpen && !order.isLegacy()
                ? deadline(order, line).filter(end -> !now(order).isAfter(end))
                : Optional.empty();
    }

    private Optional<Instant> deadline(Order order, OrderLine line) {
        var isTrialRun = isTrialRun(order);
        var subscription = subscription(order, line);
        var kind = kind(subscription);
        if (kind != ItemKind.SOFTWARE && !(kind == ItemKind.RESERVATION && isTrialRun)) {
            return Optional.empty();
        }
        if (isTrialRun) {
            return Optional.of(order.placedAt().plus(TRIAL_RUN));
        }
        return subscription.isEmpty()
                ? Optional.of(order.placedAt().plus(MONTH))
                : subscription.flatMap(ordered::until);
    }

    private void require(Order order, OrderLine line) {
        var subscription = subscription(order, line);
        if (order.isLegacy()) {
            throw Refusal.because(CANCELLED_BY_SUBSCRIPTION, line.friendlyName());
        }
        switch (kind(subscription)) {
            case SOFTWARE -> requireInTime(order, subscription);
            case RESERVATION -> {
                requireTrialRun(order);
                requireInTime(order, subscription);
            }
            case SAVINGS_PLAN -> {
                requireTrialRun(order);
                throw Refusal.because(NOT_CANCELLABLE, order.number());
            }
            case LICENSE, MARKETPLACE -> throw Refusal.because(LICENSES_BY_SUBSCRIPTION, line.friendlyName());
            case USAGE -> throw Refusal.because(CANCELLED_BY_SUBSCRIPTION, line.friendlyName());
        }
    }

    private void requireTrialRun(Order order) {
        if (!isTrialRun(order)) {
            throw Refusal.because(ONLY_SOFTWARE);
        }
    }

    private void requireInTime(Order order, Optional<Subscription> subscription) {
        var now = now(order);
        if (isTrialRun(order)) {
            if (now.isAfter(order.placedAt().plus(TRIAL_RUN))) {
                throw Refusal.because(NOT_CANCELLABLE, order.number());
            }
            return;
        }
        if (subscription.isEmpty() && now.isAfter(order.placedAt().plus(MONTH))) {
            throw Refusal.because(CANCELLATION_CLOSED, MONTH.toDays());
        }
    }

    private void end(Order order, OrderLine line) {
        try {
            subscription(order, line).ifPresent(subscription -> ordered.takeBack(subscription, isTrialRun(order)));
        } catch (Refusal refusal) {
            if (refusal.is(SubscriptionRefusal.STATUS_NOT_POSSIBLE)) {
                throw Refusal.because(NOT_CANCELLABLE, order.number());
            }
            throw refusal;
        }
    }

    private Optional<Subscription> subscription(Order order, OrderLine line) {
        return line.subscriptionId().flatMap(id -> subscriptions.find(order.partnerId(), order.customerId(), id));
    }

    /** A line without subscription is software that was bought once and for all. */
    private static ItemKind kind(Optional<Subscription> subscription) {
        return subscription.map(found -> found.item().kind()).orElse(ItemKind.SOFTWARE);
    }

    private boolean isTrialRun(Order order) {
        return partners.get(order.partnerId()).sandbox();
    }

    private Instant now(Order order) {
        return clocks.of(order.partnerId()).instant();
    }
}
