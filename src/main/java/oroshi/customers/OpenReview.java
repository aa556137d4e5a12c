package oroshi.customers;

import java.time.Instant;
import java.util.Optional;
import oroshi.basics.CustomerId;

/** An application for a qualification that waits for the operator's decision. */
record OpenReview(
        CustomerId customerId,
        Qualification qualification,
        Optional<EducationSegment> educationSegment,
        Optional<String> website,
        Instant appliedAt) {}
