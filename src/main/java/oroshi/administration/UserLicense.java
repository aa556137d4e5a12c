package oroshi.administration;

/**
 * A product that somebody may use.
 *
 * @param withPlan whether its service plan is in it
 */
public record UserLicense(LicenseSku sku, boolean withPlan) {}
