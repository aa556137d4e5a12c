package oroshi.relationships;

import java.time.Instant;
import java.util.Optional;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;

/**
 * A partner serves a customer.
 *
 * @param provider on a reseller's side, the provider that owns the business
 * @param reseller on a provider's side, the reseller that the customer came through
 */
public record Relationship(
        PartnerId partnerId,
        CustomerId customerId,
        Optional<PartnerId> provider,
        Optional<PartnerId> reseller,
        boolean delegatedAdministration,
        Instant establishedAt) {}
