package oroshi.relationships;

import java.time.Instant;
import oroshi.basics.PartnerId;
import oroshi.partners.Partner;

/**
 * A provider and a reseller work together, as one of them sees it.
 *
 * @param partnerId the one that looks
 * @param side what the one that looks is
 * @param other the one on the other side
 * @param delegatedAdministration whether the provider administers the reseller's own directory (J3-03)
 */
public record Partnership(
        PartnerId partnerId, Side side, Partner other, Instant since, boolean delegatedAdministration) {
    /** Whether the other side may be chosen for new business: a reseller must have signed the partner agreement. */
    public boolean isAgreementSigned() {
        return other.agreementSigned();
    }
}
