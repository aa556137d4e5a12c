package oroshi.subscriptions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.ItemKind;
import oroshi.clock.Clocks;

/** The Azure subscriptions of customers: one below each plan. One that was broken into can be shut down. */
@Service
public class AzureEntitlements {
    private static final String MEMBER = "azureEntitlementStatus";
    private static final String ACTIVE = "active";
    private static final String INACTIVE = "inactive";

    private final Subscriptions subscriptions;
    private final EntitlementTable table;
    private final Clocks clocks;
    private final ApplicationEventPublisher events;

    AzureEntitlements(
            Subscriptions subscriptions, EntitlementTable table, Clocks clocks, ApplicationEventPublisher events) {
        this.subscriptions = subscriptions;
        this.table = table;
        this.clocks = clocks;
        this.events = events;
    }

    /** What lies below the subscription; nothing below one that is no Azure plan, or not set up yet. */
    @Transactional(readOnly = true)
    public List<AzureEntitlement> list(PartnerId partnerId, CustomerId customerId, SubscriptionId plan) {
        return of(subscriptions.get(partnerId, customerId, plan)).stream().toList();
    }

    /** The entitlement below the plan; refuses when there is none. */
    @Transactional(readOnly = true)
    public AzureEntitlement get(
            PartnerId partnerId, CustomerId customerId, SubscriptionId plan, SubscriptionId entitlement) {
        return subscriptions
                .find(partnerId, customerId, plan)
                .filter(found -> entitlement.equals(plan))
                .flatMap(this::of)
                .orElseThrow(() -> Refusal.because(SubscriptionRefusal.ENTITLEMENT_UNKNOWN, entitlement));
    }

    /** Shuts it down, which takes a while; nothing happens when that was done before. */
    @Transactional
    public AzureEntitlement shutDown(
            PartnerId partnerId, CustomerId customerId, SubscriptionId plan, SubscriptionId entitlement) {
        var before = get(partnerId, customerId, plan, entitlement);
        if (before.isActive() && table.insert(partnerId, plan, now(partnerId))) {
            tell(partnerId, before, ACTIVE, INACTIVE);
        }
        return before;
    }

    /** Brings back what was shut down; refuses what is active, or about to be inactive. */
    @Transactional
    public void reactivate(
            PartnerId partnerId, CustomerId customerId, SubscriptionId plan, SubscriptionId entitlement) {
        var before = get(partnerId, customerId, plan, entitlement);
        if (!table.delete(partnerId, plan, now(partnerId).minus(EntitlementTable.EFFECT))) {
            throw Refusal.because(SubscriptionRefusal.ENTITLEMENT_STATE, entitlement);
        }
        tell(partnerId, before, INACTIVE, ACTIVE);
    }

    private Optional<AzureEntitlement> of(Subscription plan) {
        var isThere =
                switch (plan.status()) {
                    case ACTIVE, SUSPENDED, EXPIRED, DISABLED -> true;
                    case SETTING_UP, SET_UP_FAILED, PENDING, DELETED -> false;
                };
        return isThere && plan.item().kind() == ItemKind.USAGE
                ? Optional.of(new AzureEntitlement(
                        plan.id(), plan.customerId(), plan.friendlyName(), table.isActive(plan, now(plan.partnerId()))))
                : Optional.empty();
    }

    private void tell(PartnerId partnerId, AzureEntitlement entitlement, String before, String after) {
        var plan = subscriptions.get(partnerId, entitlement.customerId(), entitlement.id());
        events.publishEvent(SubscriptionChanged.of(plan, MEMBER, before, after));
    }

    private Instant now(PartnerId partnerId) {
        return clocks.of(partnerId).instant();
    }
}
