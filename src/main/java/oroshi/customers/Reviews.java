package oroshi.customers;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;
import oroshi.database.PartnerScope;
import oroshi.partners.Partner;
import oroshi.partners.Partners;

/** What waits for the operator's decision, of all partners together. */
@Component
class Reviews {
    private final Partners partners;
    private final Customers customers;

    Reviews(Partners partners, Customers customers) {
        this.partners = partners;
        this.customers = customers;
    }

    /** Every open review, the longest waiting first; a customer that is shared with a reseller stands once. */
    List<OpenReviewResource> open() {
        return partners.ids().stream()
                .map(partners::get)
                .filter(partner -> partner.type().buys())
                .flatMap(this::of)
                .sorted(Comparator.comparing(OpenReviewResource::appliedAt)
                        .thenComparing(OpenReviewResource::customerId))
                .toList();
    }

    private Stream<OpenReviewResource> of(Partner partner) {
        return PartnerScope.call(partner.id(), () -> customers.openReviews(partner.id())).stream()
                .map(review -> OpenReviewResource.of(partner, name(partner.id(), review), review));
    }

    private String name(PartnerId partnerId, OpenReview review) {
        return PartnerScope.call(partnerId, () -> customers.find(partnerId, review.customerId()))
                .map(Customer::name)
                .orElse("");
    }
}
