package oroshi.subscriptions;

import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.Catalog;
import oroshi.clock.Clocks;
import oroshi.partners.Partners;
import oroshi.relationships.Relationships;

/** Where customers are charged for what they use beyond their licenses, such as telephone calls: one place for each. */
@Service
public class Overages {
    private final OverageTable table;
    private final OverageHolders holders;
    private final Subscriptions subscriptions;
    private final AzureEntitlements entitlements;
    private final ResellerOfRecord resellers;
    private final Relationships relationships;
    private final Partners partners;
    private final Catalog catalog;
    private final Clocks clocks;
    private final ApplicationEventPublisher events;

    Overages(
            OverageTable table,
            OverageHolders holders,
            Subscriptions subscriptions,
            AzureEntitlements entitlements,
            ResellerOfRecord resellers,
            Relationships relationships,
            Partners partners,
            Catalog catalog,
            Clocks clocks,
            ApplicationEventPublisher events) {
        this.table = table;
        this.holders = holders;
        this.subscriptions = subscriptions;
        this.entitlements = entitlements;
        this.resellers = resellers;
        this.relationships = relationships;
        this.partners = partners;
        this.catalog = catalog;
        this.clocks = clocks;
        this.events = events;
    }

    /** The place, if there is one; refuses a partner that does not administer the customer's directory. */
    @Transactional(readOnly = true)
    public Optional<Overage> find(PartnerId partnerId, CustomerId customerId) {
        requireAdministration(partnerId, customerId);
        return table.find(partnerId, customerId);
    }

    /**
     * Charges there from now on; refuses a customer that has nothing of which more can be used than it bought, and one that
     * is charged through another partner.
     */
    @Transactional
    public Overage assign(PartnerId partnerId, CustomerId customerId, Overage wish) {
        requireAdministration(partnerId, customerId);
        var owned = subscriptions.list(partnerId, customerId).stream()
                .filter(Subscription::isUsable)
                .toList();
        requirePlan(partnerId, customerId, wish.entitlementId(), owned);
        if (owned.stream().noneMatch(this::goesBeyond)) {
            throw Refusal.because(SubscriptionRefusal.OVERAGE_NOT_ALLOWED);
        }
        wish.reseller()
                .ifPresent(mpnId ->
                        requireReseller(partnerId, mpnId, owned.getFirst().country()));
        holders.hold(partnerId, customerId);
        var before = table.find(partnerId, customerId);
        table.put(partnerId, customerId, wish);
        if (!before.equals(Optional.of(wish))) {
            events.publishEvent(OverageChanged.of(partnerId, customerId, before, Optional.of(wish)));
        }
        return wish;
    }

    /** Charges nowhere any more; refuses an Azure subscription that the customer does not have. */
    @Transactional
    public void remove(PartnerId partnerId, CustomerId customerId, SubscriptionId entitlement) {
        requireAdministration(partnerId, customerId);
        holders.requireNoOther(partnerId, customerId);
        var before = table.find(partnerId, customerId);
        if (before.filter(place -> place.entitlementId().equals(entitlement)).isEmpty()) {
            entitlements.get(partnerId, customerId, entitlement, entitlement);
        }
        holders.release(partnerId, customerId);
        if (table.delete(partnerId, customerId)) {
            events.publishEvent(OverageChanged.of(partnerId, customerId, before, Optional.empty()));
        }
    }

    /** What is telephoned is set up in the customer's directory. */
    private void requireAdministration(PartnerId partnerId, CustomerId customerId) {
        if (!relationships.viewpoint(partnerId, customerId).delegatedAdministration()) {
            throw Refusal.because(SubscriptionRefusal.OVERAGE_NOT_MANAGED);
        }
    }

    private void requirePlan(
            PartnerId partnerId, CustomerId customerId, SubscriptionId entitlement, List<Subscription> owned) {
        entitlements.get(partnerId, customerId, entitlement, entitlement);
        if (owned.stream().anyMatch(Subscription::isClassicAzure)) {
            throw Refusal.because(SubscriptionRefusal.OVERAGE_WITH_CLASSIC);
        }
    }

    private boolean goesBeyond(Subscription subscription) {
        var cloud = partners.get(subscription.partnerId()).cloud();
        var now = clocks.of(subscription.partnerId()).instant();
        return catalog.goesBeyondLicenses(cloud, subscription.item().key(), now);
    }

    private void requireReseller(PartnerId partnerId, String mpnId, String country) {
        if (partners.get(partnerId).type() != PartnerType.INDIRECT_PROVIDER) {
            throw Refusal.because(SubscriptionRefusal.OVERAGE_NOT_ALLOWED);
        }
        try {
            resellers.require(partnerId, mpnId, country);
        } catch (Refusal refusal) {
            throw Refusal.because(SubscriptionRefusal.RESELLER_UNKNOWN, mpnId);
        }
    }
}
