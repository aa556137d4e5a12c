package oroshi.relationships;

import java.time.Instant;
import java.util.Optional;
import oroshi.partners.Partner;

/**
 * What a reseller sees that opens a provider's link and could accept it.
 *
 * @param since when they became partners, if they are already
 */
public record PartnershipOffer(Partner provider, Optional<Instant> since) {
    public boolean isAccepted() {
        return since.isPresent();
    }
}
