package oroshi.relationships;

import java.time.Instant;
import java.util.Optional;
import oroshi.basics.PartnerId;

/**
 * A partner that serves a customer, as the customer's own portal shows it.
 *
 * @param provider the provider behind it, when the partner is an indirect reseller
 */
public record TenantRelationship(
        PartnerId partnerId, Optional<PartnerId> provider, boolean delegatedAdministration, Instant establishedAt) {}
