package oroshi.subscriptions;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.ItemKind;
import oroshi.clock.Clocks;
import oroshi.partners.Partners;

/**
 * What others publish runs, and is charged, from the moment the customer activates it. The installation stands in for
 * the publisher: its customer portal is the place to which the links lead.
 */
@Service
public class Activations {
    /** Where a person of the customer activates. */
    public static final String PLACE = "/customer-portal/activations";

    private final Subscriptions subscriptions;
    private final SubscriptionTable table;
    private final ChargeFactTable facts;
    private final SubscriptionCalendar calendar;
    private final Partners partners;
    private final Clocks clocks;
    private final ApplicationEventPublisher events;

    Activations(
            Subscriptions subscriptions,
            SubscriptionTable table,
            ChargeFactTable facts,
            SubscriptionCalendar calendar,
            Partners partners,
            Clocks clocks,
            ApplicationEventPublisher events) {
        this.subscriptions = subscriptions;
        this.table = table;
        this.facts = facts;
        this.calendar = calendar;
        this.partners = partners;
        this.clocks = clocks;
        this.events = events;
    }

    /** Where the customer activates the subscription; empty until it has been set up, and for what needs nothing. */
    public Optional<URI> link(Subscription subscription) {
        var isThere =
                switch (subscription.status()) {
                    case PENDING, ACTIVE, SUSPENDED -> true;
                    case SETTING_UP, SET_UP_FAILED, EXPIRED, DISABLED, DELETED -> false;
                };
        if (!isThere || subscription.item().kind() != ItemKind.MARKETPLACE) {
            return Optional.empty();
        }
        return Optional.of(ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(PLACE)
                .pathSegment(
                        subscription.partnerId().toString(), subscription.id().toString())
                .build()
                .toUri());
    }

    /** The link, as long as the customer has yet to follow it. */
    public Optional<URI> waiting(Subscription subscription) {
        return subscription.status() == SubscriptionStatus.PENDING ? link(subscription) : Optional.empty();
    }

    /** Activates in the customer's place, which only a partner that tries things may do. */
    @Transactional
    public Subscription activateAsPublisher(PartnerId partnerId, CustomerId customerId, SubscriptionId id) {
        var subscription = subscriptions.hold(partnerId, customerId, id);
        if (!partners.get(partnerId).sandbox()) {
            throw Refusal.because(SubscriptionRefusal.ONLY_IN_SANDBOX);
        }
        return activate(subscription);
    }

    /** Begins term and charges of a subscription that waits for its customer; refuses any other. */
    @Transactional
    public Subscription activate(PartnerId partnerId, CustomerId customerId, SubscriptionId id) {
        return activate(subscriptions.hold(partnerId, customerId, id));
    }

    private Subscription activate(Subscription before) {
        requireWaiting(before);
        var now = clocks.of(before.partnerId()).instant().truncatedTo(ChronoUnit.MICROS);
        var after = before.activated(commitment(before, now));
        if (!table.update(after)) {
            throw Refusal.because(SubscriptionRefusal.CHANGED_MEANWHILE);
        }
        facts.insert(Booking.ofSetUp(after, now).facts());
        calendar.plan(after.partnerId(), after.nextOn());
        events.publishEvent(SubscriptionChanged.between(before, after));
        return after.withVersion(after.version() + 1);
    }

    private static Commitment commitment(Subscription subscription, Instant now) {
        var promised = subscription.commitment();
        return subscription.item().isLegacy()
                ? Commitment.classic(promised.term(), promised.billingCycle(), now)
                : Commitment.fromToday(promised.term(), promised.billingCycle(), now);
    }

    private static void requireWaiting(Subscription subscription) {
        switch (subscription.status()) {
            case PENDING -> {
                return;
            }
            case SETTING_UP, SET_UP_FAILED -> throw Refusal.because(SubscriptionRefusal.BEING_SET_UP);
            case DELETED -> throw Refusal.because(SubscriptionRefusal.SUBSCRIPTION_UNKNOWN, subscription.id());
            case ACTIVE, SUSPENDED, EXPIRED, DISABLED -> throw Refusal.because(SubscriptionRefusal.ACTIVATED_BEFORE);
        }
    }
}
