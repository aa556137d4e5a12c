package oroshi.onboarding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.access.AccessRefusal;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.Problem;
import oroshi.basics.Reason;
import oroshi.basics.Refusal;
import oroshi.customers.AddressStanding;
import oroshi.customers.Customers;
import oroshi.partners.Partners;
import oroshi.relationships.Relationships;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.Subscriptions;

/**
 * How a partner ends its relationship with a customer: only when nothing runs that it sold. A sandbox account can also
 * delete the customer, with all that anybody ever stored about it.
 */
@Service
public class Leaving {
    private static final Set<Reason> HELD =
            Set.of(OnboardingRefusal.RESERVATIONS_HELD, OnboardingRefusal.SOFTWARE_HELD);

    private final Relationships relationships;
    private final Customers customers;
    private final Subscriptions subscriptions;
    private final Partners partners;
    private final Erasure erasure;

    Leaving(
            Relationships relationships,
            Customers customers,
            Subscriptions subscriptions,
            Partners partners,
            Erasure erasure) {
        this.relationships = relationships;
        this.customers = customers;
        this.subscriptions = subscriptions;
        this.partners = partners;
        this.erasure = erasure;
    }

    /** All that has to be ended first; empty when the partner may leave. */
    @Transactional(readOnly = true)
    public List<Problem> obstacles(PartnerId partnerId, CustomerId customerId) {
        return obstacles(partnerId, customerId, "relationshipToPartner");
    }

    private List<Problem> obstacles(PartnerId partnerId, CustomerId customerId, String field) {
        var ids = subscriptions.list(partnerId, customerId).stream()
                .flatMap(bought -> obstacle(bought).map(why -> Map.entry(why, bought)).stream())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        TreeMap::new,
                        Collectors.mapping(each -> idIn(each.getKey(), each.getValue()), Collectors.toList())));
        return ids.entrySet().stream()
                .map(each ->
                        Problem.of(field, each.getKey(), each.getValue().size(), String.join(", ", each.getValue())))
                .toList();
    }

    /** All that has to be cancelled before a sandbox account may delete the customer. */
    @Transactional(readOnly = true)
    public List<Problem> obstaclesToDeletion(PartnerId partnerId, CustomerId customerId) {
        var customer = customers.get(partnerId, customerId);
        var held =
                obstacles(partnerId, customerId, "subscriptions").stream().filter(each -> HELD.contains(each.reason()));
        var address = customer.addressStanding() == AddressStanding.NOT_VERIFIED
                ? Stream.of(Problem.of("billingProfile.defaultAddress", OnboardingRefusal.ADDRESS_NEVER_VALIDATED))
                : Stream.<Problem>empty();
        return Stream.concat(held, address).toList();
    }

    /**
     * Ends the relationship and takes the customer off the list; refuses with all that has to be ended first, and every
     * partner that doesn't sell. In a sandbox nothing remains of the customer.
     */
    @Transactional
    public void leave(PartnerId partnerId, CustomerId customerId) {
        var partner = partners.get(partnerId);
        if (!partner.type().buys()) {
            throw Refusal.because(AccessRefusal.ROLE_MISSING);
        }
        var customer = customers.get(partnerId, customerId);
        relationships.end(partnerId, customerId, customer.name());
        refuse(obstacles(partnerId, customerId));
        if (partner.sandbox()) {
            erasure.erase(customer);
            return;
        }
        customers.remove(partnerId, customerId);
    }

    /** Takes delegated administration from the partner itself; relationship and business stay. */
    @Transactional
    public void endAdministration(PartnerId partnerId, CustomerId customerId) {
        customers.get(partnerId, customerId);
        if (relationships.administer(partnerId, customerId, false)) {
            customers.noteAdministration(partnerId, customerId, false);
        }
    }

    /** Deletes the customer of a sandbox account; refuses for any other account, and with all that is not cancelled. */
    @Transactional
    public void delete(PartnerId partnerId, CustomerId customerId) {
        var customer = customers.get(partnerId, customerId);
        if (!partners.get(partnerId).sandbox()) {
            throw Refusal.because(OnboardingRefusal.NOT_A_SANDBOX);
        }
        relationships.end(partnerId, customerId, customer.name());
        refuse(obstaclesToDeletion(partnerId, customerId));
        erasure.erase(customer);
    }

    private static void refuse(List<Problem> obstacles) {
        if (!obstacles.isEmpty()) {
            throw Refusal.of(obstacles);
        }
    }

    /** By which id the partner finds what is in its way. */
    private static String idIn(OnboardingRefusal obstacle, Subscription bought) {
        return obstacle == OnboardingRefusal.ORDERS_IN_PROGRESS
                ? bought.orderNumber()
                : bought.id().toString();
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
