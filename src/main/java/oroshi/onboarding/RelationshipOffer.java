package oroshi.onboarding;

import java.time.Instant;
import java.util.Optional;
import oroshi.relationships.Requesters;
import oroshi.relationships.TenantRelationship;

/**
 * What a company sees that opens a partner's link and could accept it.
 *
 * @param serving how the partner that asks serves the company already
 */
public record RelationshipOffer(Requesters requesters, Optional<TenantRelationship> serving) {
    public boolean isAccepted() {
        return serving.isPresent();
    }

    public Optional<Instant> since() {
        return serving.map(TenantRelationship::establishedAt);
    }

    /** Whether the relationship is there but the administration that the link asks for is not. */
    public boolean addsAdministration() {
        return requesters.administers()
                && serving.filter(present -> !present.delegatedAdministration()).isPresent();
    }
}
