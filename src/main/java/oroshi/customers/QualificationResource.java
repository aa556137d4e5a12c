package oroshi.customers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The CustomerQualificationV2 resource; the date goes out under both spellings that clients know. */
record QualificationResource(
        String qualification,
        @Nullable String vettingStatus,
        @Nullable String vettingReason,
        @Nullable Instant vettingCreateDate,
        @Nullable Instant vettingCreatedDate) {
    static QualificationResource of(CustomerQualification held) {
        var vetted = held.vettingStatus().isPresent();
        return new QualificationResource(
                held.qualification().wireName(),
                held.vettingStatus().map(VettingStatus::wireName).orElse(null),
                held.vettingReason().orElse(null),
                vetted ? held.appliedAt() : null,
                vetted ? held.appliedAt() : null);
    }
}
