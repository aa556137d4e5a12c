package oroshi.customers;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oroshi.basics.PartnerId;
import oroshi.rest.Attributes;
import oroshi.rest.Links;

/** The Customer resource as the contract names and nests it. What arrives may lack any field. */
public record CustomerResource(
        @Nullable String id,
        @Nullable String commerceId,
        @Nullable CompanyProfileResource companyProfile,
        @Nullable BillingProfileResource billingProfile,
        @Nullable Boolean enableGDAPByDefault,
        @Nullable String relationshipToPartner,
        @Nullable Boolean allowDelegatedAccess,
        @Nullable UserCredentialsResource userCredentials,
        @Nullable List<String> customDomains,
        @Nullable String associatedPartnerId,
        @Nullable Links links,
        @Nullable Attributes attributes) {

    /** One customer with both profiles; domains only for a partner that administers the directory. */
    static CustomerResource of(Customer customer, List<String> domains) {
        return new CustomerResource(
                customer.id().toString(),
                customer.commerceId().toString(),
                CompanyProfileResource.of(customer),
                BillingProfileResource.of(customer.id(), customer.billing()),
                null,
                customer.relationship().wireName(),
                customer.delegatedAdministration(),
                null,
                customer.delegatedAdministration() ? List.copyOf(domains) : null,
                reseller(customer),
                Links.self("/customers/" + customer.id()),
                Attributes.of("Customer"));
    }

    /** The answer to the creation, the only place where the password appears. */
    public static CustomerResource created(
            Customer customer, UserCredentialsResource credentials, @Nullable Boolean enableGDAPByDefault) {
        var billing = BillingProfileResource.of(customer.id(), customer.billing());
        return new CustomerResource(
                customer.id().toString(),
                customer.commerceId().toString(),
                CompanyProfileResource.of(customer).withoutContact(),
                billing,
                enableGDAPByDefault,
                customer.relationship().wireName(),
                customer.delegatedAdministration(),
                credentials,
                null,
                reseller(customer),
                null,
                Attributes.of("Customer"));
    }

    /** The short form of the list. */
    static CustomerResource of(CustomerRow row) {
        return new CustomerResource(
                row.id().toString(),
                null,
                CompanyProfileResource.of(row),
                null,
                null,
                row.relationship().wireName(),
                null,
                null,
                null,
                row.reseller().map(PartnerId::toString).orElse(null),
                Links.self("/customers/" + row.id()),
                Attributes.of("Customer"));
    }

    /** What was sent, for {@link CustomerRules} to check. */
    public CustomerEntry toEntry() {
        var profile = billingProfile == null ? BillingProfileResource.NONE : billingProfile;
        return profile.toEntry(companyProfile == null ? null : companyProfile.organizationRegistrationNumber());
    }

    /** The wanted first domain; empty when it is missing. */
    public Optional<String> domain() {
        return Optional.ofNullable(companyProfile)
                .map(CompanyProfileResource::domain)
                .filter(domain -> !domain.isBlank());
    }

    /** Whether it is to be served through an indirect reseller. */
    public boolean namesReseller() {
        return associatedPartnerId != null && !associatedPartnerId.isBlank();
    }

    private static @Nullable String reseller(Customer customer) {
        return customer.reseller().map(PartnerId::toString).orElse(null);
    }
}
