package oroshi.subscriptions;

import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.database.PartnerSwitch;
import oroshi.relationships.Relationships;
import oroshi.relationships.TenantRelationship;

/**
 * Through which of its partners a customer is charged for what it uses beyond its licenses: one at a time, as long as it
 * serves the customer.
 */
@Component
class OverageHolders {
    private final OverageTable table;
    private final Relationships relationships;
    private final PartnerSwitch partnerSwitch;

    OverageHolders(OverageTable table, Relationships relationships, PartnerSwitch partnerSwitch) {
        this.table = table;
        this.relationships = relationships;
        this.partnerSwitch = partnerSwitch;
    }

    /** From now on it is this partner; refuses while it is another one. Of two at once, the later is refused. */
    void hold(PartnerId partnerId, CustomerId customerId) {
        var tenant = customerId.tenantId();
        var serving = relationships.ofTenant(tenant).stream()
                .map(TenantRelationship::partnerId)
                .toList();
        var before = other(partnerId, customerId);
        if (!table.hold(tenant, partnerId, serving)) {
            throw Refusal.because(SubscriptionRefusal.OVERAGE_OF_ANOTHER);
        }
        before.ifPresent(gone -> partnerSwitch.run(gone, () -> table.delete(gone, customerId)));
    }

    /** Refuses when another partner, which still serves the customer, is the one. */
    void requireNoOther(PartnerId partnerId, CustomerId customerId) {
        Predicate<PartnerId> serves = holder -> relationships.ofTenant(customerId.tenantId()).stream()
                .anyMatch(relationship -> relationship.partnerId().equals(holder));
        other(partnerId, customerId).filter(serves).ifPresent(holder -> {
            throw Refusal.because(SubscriptionRefusal.OVERAGE_OF_ANOTHER);
        });
    }

    void release(PartnerId partnerId, CustomerId customerId) {
        table.release(customerId.tenantId(), partnerId);
    }

    private Optional<PartnerId> other(PartnerId partnerId, CustomerId customerId) {
        return table.findHolder(customerId.tenantId()).filter(holder -> !holder.equals(partnerId));
    }
}
