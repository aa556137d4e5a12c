package oroshi.relationships;

import java.time.Instant;
import oroshi.basics.PartnerId;

/** One side's row of a partnership. */
record PartnershipRow(
        PartnerId partnerId, PartnerId otherId, Side side, Instant since, boolean delegatedAdministration) {
    /** The same fact on the other side. */
    PartnershipRow mirrored() {
        return new PartnershipRow(
                /* partnerId= */ otherId, /* otherId= */ partnerId, side.other(), since, delegatedAdministration);
    }
}
