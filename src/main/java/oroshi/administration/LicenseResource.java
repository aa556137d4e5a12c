package oroshi.administration;

import java.util.List;
import java.util.Locale;
import oroshi.rest.Attributes;

/** The License resource as the contract names it: a product that a user has, and its plans. */
record LicenseResource(List<ServicePlanResource> servicePlans, ProductSkuResource productSku, Attributes attributes) {
    private static final Attributes LICENSE = Attributes.of("License");

    static LicenseResource of(UserLicense license, Locale locale) {
        var plan = ServicePlanResource.of(license.sku(), locale, "Assigned");
        return new LicenseResource(
                license.withPlan() ? List.of(plan) : List.of(),
                ProductSkuResource.ofUser(license.sku(), locale),
                LICENSE);
    }
}
