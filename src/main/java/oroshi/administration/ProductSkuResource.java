package oroshi.administration;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ProductSku resource as the contract names it. */
record ProductSkuResource(
        UUID id,
        String name,
        String skuPartNumber,
        @Nullable String targetType,
        LicenseGroup licenseGroupId) {
    /** As a user's license shows it: for whom it is goes without saying. */
    static ProductSkuResource ofUser(LicenseSku sku, Locale locale) {
        return new ProductSkuResource(sku.id(), sku.title().in(locale), sku.partNumber(), null, sku.group());
    }

    static ProductSkuResource of(LicenseSku sku, Locale locale) {
        return new ProductSkuResource(sku.id(), sku.title().in(locale), sku.partNumber(), target(sku), sku.group());
    }

    static String target(LicenseSku sku) {
        return sku.forTenant() ? "Tenant" : "User";
    }
}
