package oroshi.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import oroshi.basics.SubscriptionId;

/** The InventoryItem resource as the contract names and nests it: whether a SKU can be had in the context. */
record InventoryItem(
        String productId,
        String skuId,
        boolean isRestricted,
        @Nullable List<Restriction> restrictions) {
    /** What restricts, and of what kind it is. */
    record Subject(String type, String values) {}

    /** Why a SKU cannot be had. */
    record Restriction(String reasonCode, String description, Subject properties) {
        private static final String NOT_AVAILABLE = "NotAvailableForSubscription";

        static Restriction ofRegion(String region) {
            return new Restriction(
                    NOT_AVAILABLE, "Not offered in region " + region + ".", new Subject("Location", region));
        }

        static Restriction ofSubscription(SubscriptionId id, String why) {
            return new Restriction(NOT_AVAILABLE, why, new Subject("Subscription", id.toString()));
        }
    }

    static InventoryItem of(Sku sku, List<Restriction> restrictions) {
        return new InventoryItem(
                sku.product().id(), sku.id(), !restrictions.isEmpty(), restrictions.isEmpty() ? null : restrictions);
    }
}
