package oroshi.customers;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.ForOperators;
import oroshi.access.Operator;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.database.PartnerScope;
import oroshi.rest.Fields;
import oroshi.rest.ResourceCollection;
import oroshi.rest.RestRefusal;

/** Where the operator says what the review of a customer's qualification came to. */
@RestController
class VettingController {
    private static final Logger LOG = LoggerFactory.getLogger(VettingController.class);
    private static final int LONGEST_REASON = 500;

    private final Customers customers;
    private final Reviews reviews;

    VettingController(Customers customers, Reviews reviews) {
        this.customers = customers;
        this.reviews = reviews;
    }

    /** What there is to decide, of all partners, the longest waiting first. */
    @GetMapping("/oroshi/operator/reviews")
    @ForOperators
    ResourceCollection<OpenReviewResource> open() {
        return ResourceCollection.of(reviews.open());
    }

    /** Approves or refuses the application that is in review; where none is, nothing changes. */
    @PutMapping(
            "/oroshi/operator/partners/{reviewedPartner}/customers/{reviewedCustomer}/qualifications/{qualification}")
    @ForOperators
    QualificationResource decide(
            Operator operator,
            @PathVariable PartnerId reviewedPartner,
            @PathVariable CustomerId reviewedCustomer,
            @PathVariable String qualification,
            @RequestBody Decision body) {
        var decision = body.on(qualification(qualification));
        var decided =
                PartnerScope.call(reviewedPartner, () -> customers.decide(reviewedPartner, reviewedCustomer, decision));
        LOG.info(
                "{} decided on {} of customer {}: {}",
                operator.signature(),
                decision.qualification().wireName(),
                reviewedCustomer,
                decision.approved() ? "approved" : "refused");
        return decided.qualifications().stream()
                .filter(each -> each.qualification() == decision.qualification())
                .findFirst()
                .map(QualificationResource::of)
                .orElseThrow(() -> Refusal.because(RestRefusal.NOT_FOUND));
    }

    /** What the operator found. */
    record Decision(@Nullable Boolean approved, @Nullable String reason) {
        VettingDecision on(Qualification qualification) {
            if (Fields.required("approved", approved)) {
                return VettingDecision.approve(qualification);
            }
            var why = Optional.ofNullable(reason).map(String::strip).orElse("");
            if (why.isEmpty() || why.length() > LONGEST_REASON) {
                throw Refusal.of(
                        "reason", RestRefusal.INVALID_VALUE, "it must have 1 to " + LONGEST_REASON + " characters");
            }
            return VettingDecision.deny(qualification, why);
        }
    }

    private static Qualification qualification(String name) {
        return Arrays.stream(Qualification.values())
                .filter(each -> each.wireName().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> Refusal.because(RestRefusal.NOT_FOUND));
    }
}
