package oroshi.directory;

import oroshi.basics.Cloud;
import oroshi.basics.TenantId;

/**
 * What founds a directory.
 *
 * @param country ISO 3166 code of two letters
 * @param culture language and region of the organisation, for example {@code ja-JP}
 */
public record NewTenant(
        TenantId id, Cloud cloud, DomainPrefix domainPrefix, String displayName, String country, String culture) {}
