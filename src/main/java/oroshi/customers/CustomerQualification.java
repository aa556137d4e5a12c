package oroshi.customers;

import java.time.Instant;
import java.util.Optional;

/**
 * A qualification that a customer holds or has applied for.
 *
 * @param vettingStatus empty for qualifications that nobody reviews
 * @param vettingReason why it was denied
 */
public record CustomerQualification(
        Qualification qualification,
        Optional<EducationSegment> educationSegment,
        Optional<VettingStatus> vettingStatus,
        Optional<String> vettingReason,
        Instant appliedAt) {

    /** Whether it opens offers now; while it is in review the customer counts as commercial (J1-09). */
    public boolean isHeld() {
        return vettingStatus.map(status -> status == VettingStatus.APPROVED).orElse(true);
    }
}
