package oroshi.onboarding;

import java.util.Optional;
import java.util.Set;
import oroshi.customers.AddressStanding;
import oroshi.customers.GovernmentEntityKind;
import oroshi.customers.NewCustomer;
import oroshi.customers.Qualification;
import oroshi.customers.QualificationRequest;
import oroshi.customers.Tag;
import oroshi.directory.DomainPrefix;
import oroshi.partners.Partner;

/**
 * What page 1 of the wizard, or a call of the API, says about a new customer; it has passed every rule.
 *
 * @param reseller the indirect reseller that gets the customer too
 * @param addressStanding what the address check said and the user chose
 */
public record CheckedAccount(
        DomainPrefix domainPrefix,
        NewCustomer customer,
        Optional<Partner> reseller,
        AgreementChoice agreement,
        Optional<QualificationRequest> qualification,
        Optional<GovernmentEntityKind> entityKind,
        Set<Tag> tags,
        AddressStanding addressStanding,
        boolean delegatedAdministration) {
    public CheckedAccount {
        tags = Set.copyOf(tags);
    }

    /** The qualifications that count from the first moment; what is in review does not (J1-09). */
    public Set<String> approvedQualifications() {
        return qualification
                .map(QualificationRequest::qualification)
                .filter(asked -> asked != Qualification.EDUCATION)
                .map(granted -> Set.of(granted.wireName()))
                .orElse(Set.of());
    }

    CheckedAccount with(AddressStanding standing) {
        return new CheckedAccount(
                domainPrefix,
                customer,
                reseller,
                agreement,
                qualification,
                entityKind,
                tags,
                standing,
                delegatedAdministration);
    }

    public String country() {
        return customer.address().country();
    }
}
