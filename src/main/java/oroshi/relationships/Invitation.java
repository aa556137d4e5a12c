package oroshi.relationships;

import java.time.Instant;
import oroshi.basics.PartnerId;

/**
 * The link that a partner sends out. Whoever holds the token may ask for what it offers, so it is no secret between two
 * sides; a new one makes the old one worthless.
 */
public record Invitation(PartnerId partnerId, Kind kind, String token, Instant createdAt) {
    /** What the link offers. */
    public enum Kind {
        /** A reseller may authorize the provider. */
        PARTNERSHIP,
        /** The provider may accept that the reseller wants it. */
        PARTNERSHIP_REQUEST,
        /** A customer may accept the partner as its reseller. */
        CUSTOMER
    }
}
