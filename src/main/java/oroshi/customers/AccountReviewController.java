package oroshi.customers;

import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import oroshi.partners.Partner;
import oroshi.partners.Partners;
import oroshi.rest.Attributes;
import oroshi.rest.Fields;
import oroshi.rest.Links;
import oroshi.rest.ResourceCollection;
import oroshi.rest.RestRefusal;

/** Where the operator puts a customer's account under review and says what that came to. */
@RestController
class AccountReviewController {
    private static final Logger LOG = LoggerFactory.getLogger(AccountReviewController.class);

    private final AccountReviews reviews;
    private final Customers customers;
    private final Partners partners;

    AccountReviewController(AccountReviews reviews, Customers customers, Partners partners) {
        this.reviews = reviews;
        this.customers = customers;
        this.partners = partners;
    }

    /** The accounts under review, of all partners, the longest waiting first. */
    @GetMapping("/oroshi/operator/accountreviews")
    @ForOperators
    ResourceCollection<OpenAccountReview> open() {
        return ResourceCollection.of(partners.ids().stream()
                .map(partners::get)
                .filter(partner -> partner.type().buys())
                .flatMap(this::of)
                .sorted(Comparator.comparing(OpenAccountReview::since).thenComparing(OpenAccountReview::customerId))
                .toList());
    }

    @PutMapping("/oroshi/operator/partners/{reviewedPartner}/customers/{reviewedCustomer}/accountreview")
    @ForOperators
    ValidationStatusResource set(
            Operator operator,
            @PathVariable PartnerId reviewedPartner,
            @PathVariable CustomerId reviewedCustomer,
            @RequestBody Standing body) {
        var status = body.toStatus();
        var review = PartnerScope.call(reviewedPartner, () -> reviews.set(reviewedPartner, reviewedCustomer, status));
        LOG.info("{} set the account of customer {} to {}", operator.signature(), reviewedCustomer, status);
        return ValidationStatusResource.of(review);
    }

    private Stream<OpenAccountReview> of(Partner partner) {
        return PartnerScope.call(
                partner.id(),
                () -> reviews.open(partner.id()).stream()
                        .map(open -> OpenAccountReview.of(
                                partner,
                                customers
                                        .find(partner.id(), open.customerId())
                                        .map(Customer::name)
                                        .orElse(""),
                                open))
                        .toList()
                        .stream());
    }

    /** How the account is to stand. */
    record Standing(@Nullable String status) {
        AccountStatus toStatus() {
            var word = Fields.requiredText("status", status);
            return AccountStatus.find(word).orElseThrow(() -> Refusal.because(RestRefusal.UNKNOWN_ENUM, word, known()));
        }

        private static String known() {
            return Stream.of(AccountStatus.values())
                    .map(AccountStatus::wireName)
                    .collect(Collectors.joining(", "));
        }
    }

    /** An account under review as the operator reads it; its self link takes the decision. */
    record OpenAccountReview(
            String partnerId,
            String partnerName,
            String customerId,
            String customerName,
            String since,
            Links links,
            Attributes attributes) {
        static OpenAccountReview of(Partner partner, String customerName, AccountReviewTable.Open open) {
            return new OpenAccountReview(
                    partner.id().toString(),
                    partner.legalName(),
                    open.customerId().toString(),
                    customerName,
                    open.since().toString(),
                    Links.self("/oroshi/operator/partners/" + partner.id() + "/customers/" + open.customerId()
                            + "/accountreview"),
                    Attributes.of("OpenAccountReview"));
        }
    }
}
