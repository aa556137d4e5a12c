package oroshi.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The InventoryItem resource as the contract names and nests it: whether a SKU can be had in the context. */
record InventoryItem(
        String productId,
        String skuId,
        boolean isRestricted,
        @Nullable List<Restriction> restrictions) {
    private static final String REGION = "armRegionName";

    /** Why a SKU cannot be had. */
    record Restriction(String reasonCode, String description, Map<String, String> properties) {}

    /** Capacity that is sold in one region is restricted in every other one. */
    static InventoryItem of(Sku sku, @Nullable String region) {
        var sold = sku.attributes().get(REGION);
        if (region == null || sold == null || sold.equalsIgnoreCase(region)) {
            return new InventoryItem(sku.product().id(), sku.id(), false, null);
        }
        var restriction = new Restriction(
                "NotAvailableForSubscription",
                "Not offered in region " + region + ".",
                Map.of("type", "Location", "values", region));
        return new InventoryItem(sku.product().id(), sku.id(), true, List.of(restriction));
    }
}
