package oroshi.customers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import oroshi.partners.Partner;
import oroshi.rest.Attributes;
import oroshi.rest.Links;

/** An open review as the operator reads it; its self link takes the decision. */
record OpenReviewResource(
        String partnerId,
        String partnerName,
        String customerId,
        String customerName,
        String qualification,
        @Nullable String educationSegment,
        @Nullable String website,
        Instant appliedAt,
        Links links,
        Attributes attributes) {
    static OpenReviewResource of(Partner partner, String customerName, OpenReview review) {
        var qualification = review.qualification().wireName();
        return new OpenReviewResource(
                partner.id().toString(),
                partner.legalName(),
                review.customerId().toString(),
                customerName,
                qualification,
                review.educationSegment().map(EducationSegment::name).orElse(null),
                review.website().orElse(null),
                review.appliedAt(),
                Links.self("/oroshi/operator/partners/" + partner.id() + "/customers/" + review.customerId()
                        + "/qualifications/" + qualification),
                Attributes.of("OpenReview"));
    }
}
