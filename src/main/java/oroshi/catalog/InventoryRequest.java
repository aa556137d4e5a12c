package oroshi.catalog;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.SubscriptionId;

/** A question for restrictions of items. What arrives may lack any member. */
record InventoryRequest(
        @Nullable List<Target> targetItems, @Nullable Map<String, String> inventoryContext) {
    /** An item; without a SKU it stands for all SKUs of the product. */
    record Target(@Nullable String productId, @Nullable String skuId) {
        String requiredProduct() {
            if (productId == null || productId.isBlank()) {
                throw CatalogQuery.invalid("a target item needs a productId");
            }
            return productId.strip();
        }

        boolean means(Sku sku) {
            return skuId == null || skuId.isBlank() || sku.id().equalsIgnoreCase(skuId.strip());
        }
    }

    /** The items that are asked for; refuses a request without any. */
    List<Target> targets() {
        if (targetItems == null || targetItems.isEmpty()) {
            throw CatalogQuery.invalid("targetItems needs an item");
        }
        if (targetItems.stream().anyMatch(Objects::isNull)) {
            throw CatalogQuery.invalid("targetItems has an item that is null");
        }
        return targetItems;
    }

    /** The region in which the capacity is wanted. */
    Optional<String> region() {
        return context("armRegionName");
    }

    /** The customer for whom it is wanted; refuses a text that is no id. */
    Optional<CustomerId> customer() {
        return context("customerId").map(InventoryRequest::customerId);
    }

    /** The customer's Azure subscription for which it is wanted; refuses a text that is no id, and one of nobody. */
    Optional<Anchor> anchor() {
        return context("azureSubscriptionId")
                .map(InventoryRequest::subscriptionId)
                .map(id -> new Anchor(
                        customer()
                                .orElseThrow(
                                        () -> CatalogQuery.invalid("azureSubscriptionId needs the customerId as well")),
                        id));
    }

    /** Refuses a context that says what can't be. */
    void requireReadable() {
        anchor();
    }

    /** An Azure subscription and whose it is. */
    record Anchor(CustomerId customer, SubscriptionId subscription) {}

    private static SubscriptionId subscriptionId(String text) {
        return new SubscriptionId(id("azureSubscriptionId", text));
    }

    private static CustomerId customerId(String text) {
        return new CustomerId(id("customerId", text));
    }

    private static UUID id(String name, String text) {
        return Ids.parse(text).orElseThrow(() -> CatalogQuery.invalid(name + " " + text + " is no id"));
    }

    private Optional<String> context(String key) {
        return inventoryContext == null
                ? Optional.empty()
                : inventoryContext.entrySet().stream()
                        .filter(entry -> entry.getKey().equalsIgnoreCase(key) && entry.getValue() != null)
                        .map(entry -> entry.getValue().strip())
                        .filter(value -> !value.isEmpty())
                        .findFirst();
    }
}
