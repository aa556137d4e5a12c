package oroshi.administration;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.TenantId;
import oroshi.subscriptions.AssignedLicenses;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.SubscriptionChanged;
import oroshi.subscriptions.SubscriptionStatus;

/** Keeps what people have and what subscriptions give in step. */
@Component
class LicensesInUse implements AssignedLicenses {
    private final LicenseTable table;
    private final ObjectProvider<LicensePool> pool;

    LicensesInUse(LicenseTable table, ObjectProvider<LicensePool> pool) {
        this.table = table;
        this.pool = pool;
    }

    @Override
    public int count(PartnerId partnerId, CustomerId customerId, Subscription subscription) {
        var sku = LicenseSku.of(subscription.item());
        return uncovered(
                subscription, table.countAssigned(customerId.tenantId()).getOrDefault(sku.id(), 0));
    }

    @Override
    public int hold(PartnerId partnerId, CustomerId customerId, Subscription subscription) {
        var sku = LicenseSku.of(subscription.item());
        return uncovered(subscription, table.lock(customerId.tenantId(), sku.id()));
    }

    /** What other subscriptions of the product don't cover. */
    private int uncovered(Subscription subscription, int assigned) {
        return assigned == 0 ? 0 : Math.max(0, assigned - pool.getObject().besides(subscription));
    }

    /** When the last subscription of a product is deleted, nobody has a license of it any more. */
    @EventListener
    void on(SubscriptionChanged event) {
        if (SubscriptionStatus.DELETED.name().equals(event.newValues().get("status"))) {
            event.customerId().map(CustomerId::tenantId).ifPresent(this::withdraw);
        }
    }

    private void withdraw(TenantId tenantId) {
        var assigned = table.countAssigned(tenantId);
        if (assigned.values().stream().anyMatch(people -> people > 0)) {
            var left = pool.getObject().of(tenantId).keySet();
            assigned.keySet().stream()
                    .filter(sku -> !left.contains(sku))
                    .sorted()
                    .forEach(sku -> table.removeAll(tenantId, sku));
        }
    }
}
