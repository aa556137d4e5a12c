package oroshi.access;

import oroshi.basics.Cloud;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;

/**
 * What access must know of a partner to say who calls.
 *
 * @param secondFactorRequired whether every person of the partner proves a second factor at sign-in
 */
public record PartnerAccount(PartnerId id, PartnerType type, Cloud cloud, String name, boolean secondFactorRequired) {}
