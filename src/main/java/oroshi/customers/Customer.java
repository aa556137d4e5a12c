package oroshi.customers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import oroshi.basics.Cloud;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;

/**
 * A customer as one partner knows it.
 *
 * @param partnerId the partner whose customer it is: the provider, or on its own list the reseller
 * @param reseller the reseller through which this partner serves it
 * @param provider the provider with which this partner, a reseller, serves it; the provider's row is the original
 */
public record Customer(
        PartnerId partnerId,
        CustomerId id,
        UUID commerceId,
        Cloud cloud,
        CompanyProfile company,
        BillingProfile billing,
        RelationshipKind relationship,
        Optional<PartnerId> reseller,
        Optional<PartnerId> provider,
        boolean delegatedAdministration,
        AddressStanding addressStanding,
        Optional<GovernmentEntityKind> entityKind,
        AgreementState agreement,
        List<CustomerQualification> qualifications,
        List<Tag> tags,
        Instant addedAt) {
    public Customer {
        qualifications = List.copyOf(qualifications);
        tags = List.copyOf(tags);
    }

    /** The name under which the partner lists it: the bill-to name. */
    public String name() {
        return billing.companyName().value();
    }

    /** False when the check of the address could not be made (J1-08). */
    public boolean addressVerified() {
        return addressStanding != AddressStanding.NOT_VERIFIED;
    }

    public String domain() {
        return company.domain();
    }

    /** Country in which the customer buys. */
    public String country() {
        return billing.address().country();
    }

    /** The same customer as the reseller lists it: with the same profiles, without the provider's tags. */
    Customer asSeenBy(PartnerId viewer) {
        return new Customer(
                viewer,
                id,
                commerceId,
                cloud,
                company,
                billing,
                relationship,
                Optional.empty(),
                Optional.of(partnerId),
                delegatedAdministration,
                addressStanding,
                entityKind,
                agreement,
                qualifications,
                List.of(),
                addedAt);
    }

    /** The same content as a row of this partner. */
    Customer in(PartnerId rowOwner) {
        return new Customer(
                rowOwner,
                id,
                commerceId,
                cloud,
                company,
                billing,
                relationship,
                reseller,
                provider,
                delegatedAdministration,
                addressStanding,
                entityKind,
                agreement,
                qualifications,
                tags,
                addedAt);
    }

    Customer withBilling(BillingProfile newBilling) {
        return new Customer(
                partnerId,
                id,
                commerceId,
                cloud,
                company,
                newBilling,
                relationship,
                reseller,
                provider,
                delegatedAdministration,
                addressStanding,
                entityKind,
                agreement,
                qualifications,
                tags,
                addedAt);
    }

    Customer with(List<CustomerQualification> newQualifications, List<Tag> newTags) {
        return new Customer(
                partnerId,
                id,
                commerceId,
                cloud,
                company,
                billing,
                relationship,
                reseller,
                provider,
                delegatedAdministration,
                addressStanding,
                entityKind,
                agreement,
                newQualifications,
                newTags,
                addedAt);
    }

    Set<Tag> plus(Set<Tag> more) {
        var all = new TreeSet<>(tags);
        all.addAll(more);
        return all;
    }

    /** The partner whose row is the original: the provider for a reseller, else the partner itself. */
    public PartnerId owner() {
        return provider.orElse(partnerId);
    }
}
