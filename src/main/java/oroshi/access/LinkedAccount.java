package oroshi.access;

import oroshi.basics.Cloud;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;

/**
 * Another account of the same person: with another partner, or with the same company in another cloud.
 *
 * @param partner name of the partner that the account belongs to
 */
public record LinkedAccount(TenantId tenantId, UserId userId, String signInName, String partner, Cloud cloud) {}
