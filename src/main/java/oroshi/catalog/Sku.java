package oroshi.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One purchasable form of a product, in whatever market. */
record Sku(
        Product product,
        String id,
        String code,
        ItemKind kind,
        @Nullable Category category,
        LocalizedText title,
        LocalizedText description,
        int minimumQuantity,
        int maximumQuantity,
        boolean isTrial,
        PurchaseLimit limit,
        List<String> prerequisites,
        List<String> upgradeTargets,
        List<String> conversionTargets,
        String reservationScope,
        String orderGroup,
        String unitType,
        @Nullable UUID provisioningId,
        String provisioningString,
        String consumptionType,
        String attestationType,
        Set<String> resellerQualifications,
        Set<String> reselleeQualifications,
        Map<String, String> attributes,
        @Nullable Instant saleEndsAt) {

    /** What names the SKU across products: {@code productId:skuId}. */
    String key() {
        return product.id() + ":" + id;
    }

    boolean isAddOn() {
        return kind == ItemKind.LICENSE && !prerequisites.isEmpty();
    }
}
