package oroshi.administration;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ServicePlan resource as the contract names it. */
record ServicePlanResource(
        String displayName,
        String serviceName,
        UUID id,
        String capabilityStatus,
        @Nullable String targetType) {
    static ServicePlanResource of(LicenseSku sku, Locale locale, String status) {
        return new ServicePlanResource(
                sku.title().in(locale), sku.partNumber(), sku.planId(), status, ProductSkuResource.target(sku));
    }
}
