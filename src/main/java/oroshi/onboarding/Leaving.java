package oroshi.onboarding;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.access.AccessRefusal;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.Problem;
import oroshi.basics.Refusal;
import oroshi.customers.Customers;
import oroshi.partners.Partners;
import oroshi.relationships.Relationships;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.Subscriptions;

/** How a partner ends its relationship with a customer: only when nothing runs that it sold. */
@Service
public class Leaving {
    private final Relationships relationships;
    private final Customers customers;
    private final Subscriptions subscriptions;
    private final Partners partners;

    Leaving(Relationships relationships, Customers customers, Subscriptions subscriptions, Partners partners) {
        this.relationships = relationships;
        this.customers = customers;
        this.subscriptions = subscriptions;
        this.partners = partners;
    }

    /** All that has to be ended first; empty when the partner may leave. */
    @Transactional(readOnly = true)
    public List<Problem> obstacles(PartnerId partnerId, CustomerId customerId) {
        var counts = subscriptions.list(partnerId, customerId).stream()
                .flatMap(bought -> obstacle(bought).stream())
                .collect(Collectors.groupingBy(each -> each, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(each -> Problem.of("relationship", each.getKey(), each.getValue()))
                .toList();
    }

    /**
     * Ends the relationship and takes the customer off the list; refuses with all that has to be ended first, and every
     * partner that doesn't sell.
     */
    @Transactional
    public void leave(PartnerId partnerId, CustomerId customerId) {
        if (!partners.get(partnerId).type().buys()) {
            throw Refusal.because(AccessRefusal.ROLE_MISSING);
        }
        var customer = customers.get(partnerId, customerId);
        relationships.end(partnerId, customerId, customer.name());
        var obstacles = obstacles(partnerId, customerId);
        if (!obstacles.isEmpty()) {
            throw Refusal.of(obstacles);
        }
        customers.remove(partnerId, customerId);
    }

    /** What the purchase keeps the partner from, if it does. */
    private static Optional<OnboardingRefusal> obstacle(Subscription bought) {
        return switch (bought.status()) {
            case SETTING_UP, SET_UP_FAILED, PENDING -> Optional.of(OnboardingRefusal.ORDERS_IN_PROGRESS);
            case ACTIVE -> Optional.of(running(bought));
            case SUSPENDED -> held(bought);
            case EXPIRED, DISABLED, DELETED -> Optional.empty();
        };
    }

    private static OnboardingRefusal running(Subscription bought) {
        return held(bought).orElse(OnboardingRefusal.SUBSCRIPTIONS_ACTIVE);
    }

    /** Reservations and software have to be cancelled; suspending is not enough. */
    private static Optional<OnboardingRefusal> held(Subscription bought) {
        return switch (bought.item().kind()) {
            case RESERVATION, SAVINGS_PLAN -> Optional.of(OnboardingRefusal.RESERVATIONS_HELD);
            case SOFTWARE -> Optional.of(OnboardingRefusal.SOFTWARE_HELD);
            case LICENSE, MARKETPLACE, USAGE -> Optional.empty();
        };
    }
}
