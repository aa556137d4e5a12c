package oroshi.orders;

import static oroshi.orders.OrderRefusal.CYCLES_DISAGREE;
import static oroshi.orders.OrderRefusal.CYCLE_NOT_OFFERED;
import static oroshi.orders.OrderRefusal.CYCLE_OF_INACTIVE;
import static oroshi.orders.OrderRefusal.INPUT_INVALID;
import static oroshi.orders.OrderRefusal.TERM_GONE;
import static oroshi.orders.OrderRefusal.UPDATE_NOT_OFFERED;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.ItemKind;
import oroshi.catalog.Plan;
import oroshi.catalog.Term;
import oroshi.subscriptions.OrderedSubscriptions;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.SubscriptionRefusal;
import oroshi.subscriptions.SubscriptionStatus;
import oroshi.subscriptions.Subscriptions;

/** Charges a whole classic order monthly instead of yearly, or the other way: a new term begins for all that it holds. */
@Component
class CycleChange {
    private static final int MONTHS_OF_SIX_YEARS = 72;

    private final Subscriptions subscriptions;
    private final OrderedSubscriptions ordered;

    CycleChange(Subscriptions subscriptions, OrderedSubscriptions ordered) {
        this.subscriptions = subscriptions;
        this.ordered = ordered;
    }

    /**
     * The order in the other cycle.
     *
     * @param named the subscriptions that the caller knows to be concerned; refuses when these are not all
     */
    Order carryOut(Order order, BillingCycle cycle, Set<SubscriptionId> named) {
        if (!order.isLegacy()) {
            throw Refusal.because(UPDATE_NOT_OFFERED, order.number());
        }
        var held = held(order);
        requireNamed(held, named);
        held.forEach(subscription -> require(order, subscription));
        var plans = held.stream().map(subscription -> plan(subscription, cycle)).toList();
        ordered.charge(held, plans);
        return order.changed(repriced(order, held, plans), cycle);
    }

    private List<Subscription> held(Order order) {
        return order.lines().stream()
                .flatMap(line -> line.subscriptionId().stream())
                .map(id -> subscriptions.get(order.partnerId(), order.customerId(), id))
                .toList();
    }

    private static void requireNamed(List<Subscription> held, Set<SubscriptionId> named) {
        var ids = held.stream().map(Subscription::id).toList();
        named.stream().filter(id -> !ids.contains(id)).findFirst().ifPresent(id -> {
            throw Refusal.because(SubscriptionRefusal.SUBSCRIPTION_UNKNOWN, id);
        });
        ids.stream().filter(id -> !named.contains(id)).findFirst().ifPresent(id -> {
            throw Refusal.because(INPUT_INVALID, "lineItems needs the line of subscription " + id);
        });
    }

    private static void require(Order order, Subscription subscription) {
        if (subscription.status() != SubscriptionStatus.ACTIVE) {
            throw Refusal.because(CYCLE_OF_INACTIVE, subscription.id());
        }
        var term = subscription.commitment().term();
        var isFixed = subscription.item().isTrial()
                || subscription.item().kind() != ItemKind.LICENSE
                || term.equals(Term.ONE_MONTH)
                || term.months() == MONTHS_OF_SIX_YEARS;
        if (isFixed) {
            throw Refusal.because(UPDATE_NOT_OFFERED, subscription.friendlyName());
        }
        if (subscription.commitment().billingCycle() != order.billingCycle()) {
            throw Refusal.because(CYCLES_DISAGREE, subscription.id());
        }
    }

    private Plan plan(Subscription subscription, BillingCycle cycle) {
        return ordered.planIn(subscription, cycle).orElseThrow(() -> notOffered(subscription, cycle));
    }

    /** Another cycle is refused; a term that nobody can buy any more stays as it is to its end. */
    private Refusal notOffered(Subscription subscription, BillingCycle cycle) {
        var present = subscription.commitment().billingCycle();
        return ordered.planIn(subscription, present).isPresent()
                ? Refusal.because(CYCLE_NOT_OFFERED, subscription.friendlyName(), cycle.wire())
                : Refusal.because(TERM_GONE, subscription.friendlyName());
    }

    private static List<OrderLine> repriced(Order order, List<Subscription> held, List<Plan> plans) {
        return order.lines().stream().map(line -> repriced(line, held, plans)).toList();
    }

    private static OrderLine repriced(OrderLine line, List<Subscription> held, List<Plan> plans) {
        for (var position = 0; position < held.size(); position++) {
            if (line.subscriptionId().filter(held.get(position).id()::equals).isPresent()) {
                var plan = plans.get(position);
                var price = plan.unitPrice();
                return line.withPrice(new LinePrice(price, price, price, plan.totalFor(line.quantity())));
            }
        }
        return line;
    }
}
