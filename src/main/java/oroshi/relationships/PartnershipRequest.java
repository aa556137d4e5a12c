package oroshi.relationships;

import java.time.Instant;
import java.util.Optional;
import oroshi.partners.Partner;

/**
 * What a provider sees that opens a reseller's link and could accept it.
 *
 * @param since when they became partners, if they are already
 * @param agreedAt when the provider accepted, if the reseller has only to authorize it
 */
public record PartnershipRequest(Partner reseller, Optional<Instant> since, Optional<Instant> agreedAt) {
    public boolean isOpen() {
        return since.isEmpty() && agreedAt.isEmpty();
    }
}
