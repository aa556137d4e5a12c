package oroshi.customers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;

/** Makes the customer from the account that is opened for it: bill-to is the company at first. */
final class Opening {
    private Opening() {}

    static Customer customer(PartnerId partnerId, NewAccount account, Instant now) {
        var request = account.customer();
        return new Customer(
                partnerId,
                account.customerId(),
                Ids.next(),
                account.cloud(),
                company(request, account.domain()),
                billing(request),
                account.reseller().isPresent()
                        ? RelationshipKind.CLOUD_RESELLER_INDIRECT
                        : RelationshipKind.CLOUD_RESELLER,
                account.reseller(),
                Optional.empty(),
                account.delegatedAdministration(),
                account.addressStanding(),
                account.entityKind(),
                account.agreement(),
                account.qualification()
                        .map(application -> List.of(qualification(application, now)))
                        .orElse(List.of()),
                account.tags().stream().sorted().toList(),
                now);
    }

    static CustomerQualification qualification(QualificationRequest request, Instant now) {
        var vetted = request.qualification() != Qualification.STATE_OWNED_ENTITY;
        return new CustomerQualification(
                request.qualification(),
                request.educationSegment(),
                vetted ? Optional.of(QualificationTable.firstStatus(request.qualification())) : Optional.empty(),
                Optional.empty(),
                now);
    }

    private static CompanyProfile company(NewCustomer request, String domain) {
        return new CompanyProfile(
                request.companyName(),
                domain,
                request.address(),
                request.contact().email(),
                request.contact().phone(),
                request.registrationId());
    }

    private static BillingProfile billing(NewCustomer request) {
        return new BillingProfile(
                Ids.next(),
                request.companyName(),
                request.address(),
                request.contact(),
                request.culture(),
                request.language(),
                BillingProfile.nextVersion());
    }
}
