package oroshi.administration;

import java.util.List;
import java.util.Locale;
import oroshi.rest.Attributes;

/** The SubscribedSku resource as the contract names it. */
record SubscribedSkuResource(
        int availableUnits,
        int activeUnits,
        int consumedUnits,
        int suspendedUnits,
        int totalUnits,
        int warningUnits,
        ProductSkuResource productSku,
        List<ServicePlanResource> servicePlans,
        String capabilityStatus,
        Attributes attributes) {
    private static final Attributes SUBSCRIBED_SKU = Attributes.of("SubscribedSku");

    static SubscribedSkuResource of(SubscribedSku sku, Locale locale) {
        var status = sku.capabilityStatus();
        return new SubscribedSkuResource(
                sku.available(),
                sku.active(),
                sku.consumed(),
                sku.suspended(),
                sku.total(),
                sku.warning(),
                ProductSkuResource.of(sku.sku(), locale),
                List.of(ServicePlanResource.of(sku.sku(), locale, status)),
                status,
                SUBSCRIBED_SKU);
    }
}
