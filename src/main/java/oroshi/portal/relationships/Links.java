package oroshi.portal.relationships;

import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.relationships.RelationshipRefusal;

/** What partners write into the links that they send each other. */
final class Links {
    private Links() {}

    /** The sender that a link names; refuses what is no link. */
    static PartnerId partner(String text) {
        try {
            return PartnerId.of(text);
        } catch (IllegalArgumentException noId) {
            throw Refusal.because(RelationshipRefusal.LINK_UNKNOWN);
        }
    }
}
