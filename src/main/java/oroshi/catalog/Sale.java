package oroshi.catalog;

import java.time.Instant;
import java.util.Set;

/**
 * Who sells to whom, and when: what decides whether an item may be sold and what it costs.
 *
 * @param segments what the customer's qualifications admit
 * @param partnerQualifications what the partner holds, named as offers ask for it
 * @param at the moment by the partner's clock
 */
public record Sale(Market market, SegmentRule segments, Set<String> partnerQualifications, Instant at) {
    public Sale {
        partnerQualifications = Set.copyOf(partnerQualifications);
    }

    /** A sale to a customer without special qualification by a partner without special authorisation. */
    public static Sale commercial(Market market, Instant at) {
        var segments = market.cloud().isPublic() ? SegmentRule.commercial() : SegmentRule.everything();
        return new Sale(market, segments, Set.of(), at);
    }

    /** Whether the partner holds what the item asks of it. */
    boolean admitsPartnerFor(CatalogItem item) {
        return item.resellerQualifications().stream().allMatch(needed -> holds(partnerQualifications, needed));
    }

    /** Whether the qualification is among those held; names are compared without case and underscores. */
    static boolean holds(Set<String> held, String needed) {
        return held.stream().map(SegmentRule::folded).anyMatch(SegmentRule.folded(needed)::equals);
    }
}
