package oroshi.administration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.TenantId;
import oroshi.catalog.ItemKind;
import oroshi.database.PartnerSwitch;
import oroshi.relationships.Relationships;
import oroshi.relationships.TenantRelationship;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.Subscriptions;

/** All licenses of a directory: what the subscriptions of every partner that serves it add up to. */
@Component
class LicensePool {
    private final Relationships relationships;
    private final Subscriptions subscriptions;
    private final PartnerSwitch partnerSwitch;

    LicensePool(Relationships relationships, Subscriptions subscriptions, PartnerSwitch partnerSwitch) {
        this.relationships = relationships;
        this.subscriptions = subscriptions;
        this.partnerSwitch = partnerSwitch;
    }

    /** The products of which there are licenses, by id; how many people have is for the caller to add. */
    Map<UUID, SubscribedSku> of(TenantId tenantId) {
        var skus = new TreeMap<UUID, SubscribedSku>();
        licensed(tenantId).forEach(subscription -> {
            var sku = LicenseSku.of(subscription.item());
            var units = Units.of(subscription);
            if (!units.equals(Units.NONE)) {
                skus.merge(
                        sku.id(),
                        new SubscribedSku(sku, 0, 0, 0, 0).plus(units),
                        (before, ignored) -> before.plus(units));
            }
        });
        return skus;
    }

    /** How many licenses of the product people can use, of all subscriptions but this one. */
    int besides(Subscription subscription) {
        var sku = LicenseSku.of(subscription.item()).id();
        return licensed(subscription.customerId().tenantId())
                .filter(other -> !other.id().equals(subscription.id()))
                .filter(other -> LicenseSku.of(other.item()).id().equals(sku))
                .mapToInt(other -> Units.of(other).usable())
                .sum();
    }

    private Stream<Subscription> licensed(TenantId tenantId) {
        var customerId = CustomerId.of(tenantId);
        return relationships.ofTenant(tenantId).stream()
                .map(LicensePool::seller)
                .distinct()
                .flatMap(seller -> sold(seller, customerId).stream())
                .filter(subscription -> hasLicenses(subscription.item().kind()));
    }

    private List<Subscription> sold(PartnerId seller, CustomerId customerId) {
        return partnerSwitch.call(seller, () -> subscriptions.list(seller, customerId));
    }

    /** What a reseller's customer uses is sold by the provider behind it. */
    private static PartnerId seller(TenantRelationship relationship) {
        return Optional.of(relationship).flatMap(TenantRelationship::provider).orElse(relationship.partnerId());
    }

    private static boolean hasLicenses(ItemKind kind) {
        return switch (kind) {
            case LICENSE, MARKETPLACE -> true;
            case USAGE, RESERVATION, SAVINGS_PLAN, SOFTWARE -> false;
        };
    }
}
