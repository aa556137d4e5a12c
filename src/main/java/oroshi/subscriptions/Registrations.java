package oroshi.subscriptions;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.ItemKind;
import oroshi.clock.Clocks;

/** Which Azure subscriptions may carry reservations: a plan always, a classic subscription once it was registered. */
@Service
public class Registrations {
    private static final String REGISTERED = "registered";
    private static final String NOT_REGISTERED = "notregistered";

    private final Subscriptions subscriptions;
    private final RegistrationTable table;
    private final Clocks clocks;
    private final ApplicationEventPublisher events;

    Registrations(
            Subscriptions subscriptions, RegistrationTable table, Clocks clocks, ApplicationEventPublisher events) {
        this.subscriptions = subscriptions;
        this.table = table;
        this.clocks = clocks;
        this.events = events;
    }

    /** Registers the subscription; refuses what is not for Azure or not active. Nothing happens the second time. */
    @Transactional
    public void register(PartnerId partnerId, CustomerId customerId, SubscriptionId id) {
        var subscription = usage(partnerId, customerId, id);
        if (subscription.status() != SubscriptionStatus.ACTIVE) {
            throw Refusal.because(SubscriptionRefusal.AZURE_NOT_ACTIVE, id);
        }
        if (needsRegistration(subscription)
                && table.insert(partnerId, id, clocks.of(partnerId).instant())) {
            events.publishEvent(SubscriptionChanged.of(subscription, "registrationStatus", NOT_REGISTERED, REGISTERED));
        }
    }

    /** Whether reservations can be bought for the subscription, as far as its registration goes. */
    @Transactional(readOnly = true)
    public boolean isRegistered(Subscription subscription) {
        return !needsRegistration(subscription) || table.exists(subscription.partnerId(), subscription.id());
    }

    /** The state of the registration in the word of the wire; refuses what is not for Azure. */
    @Transactional(readOnly = true)
    public String status(PartnerId partnerId, CustomerId customerId, SubscriptionId id) {
        return isRegistered(usage(partnerId, customerId, id)) ? REGISTERED : NOT_REGISTERED;
    }

    private static boolean needsRegistration(Subscription subscription) {
        return subscription.item().isLegacy();
    }

    private Subscription usage(PartnerId partnerId, CustomerId customerId, SubscriptionId id) {
        var subscription = subscriptions.get(partnerId, customerId, id);
        if (subscription.item().kind() != ItemKind.USAGE) {
            throw Refusal.because(SubscriptionRefusal.NO_AZURE_SUBSCRIPTION, id);
        }
        return subscription;
    }
}
