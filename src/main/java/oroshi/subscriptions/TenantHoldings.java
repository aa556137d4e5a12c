package oroshi.subscriptions;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.database.PartnerSwitch;
import oroshi.relationships.Relationships;

/** What a customer has from all of its partners together; each of them is asked within its own rows. */
@Component
class TenantHoldings {
    private final Relationships relationships;
    private final SubscriptionTable table;
    private final PartnerSwitch partnerSwitch;

    TenantHoldings(Relationships relationships, SubscriptionTable table, PartnerSwitch partnerSwitch) {
        this.relationships = relationships;
        this.table = table;
        this.partnerSwitch = partnerSwitch;
    }

    /** The keys of what the customer has, other than by this subscription, from whomever. */
    Set<String> keys(Subscription besides) {
        return usable(besides.customerId())
                .filter(owned -> !owned.id().equals(besides.id()))
                .map(owned -> owned.item().key())
                .collect(Collectors.toSet());
    }

    private Stream<Subscription> usable(CustomerId customerId) {
        return relationships.ofTenant(customerId.tenantId()).stream()
                .map(relationship -> relationship.provider().orElse(relationship.partnerId()))
                .distinct()
                .flatMap(seller -> sold(seller, customerId).stream())
                .filter(Subscription::isUsable);
    }

    private List<Subscription> sold(PartnerId seller, CustomerId customerId) {
        return partnerSwitch.call(seller, () -> table.list(seller, customerId));
    }
}
