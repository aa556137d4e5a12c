package oroshi.portal.customers;

import oroshi.administration.SubscribedSku;

/**
 * A product as the page of a user's licenses shows it.
 *
 * @param choosable whether the user has it or one is left
 */
public record LicenseRow(SubscribedSku sku, boolean choosable) {}
