package oroshi.customers;

import org.jspecify.annotations.Nullable;
import oroshi.basics.CustomerId;
import oroshi.rest.Attributes;
import oroshi.rest.Links;

/** The CustomerCompanyProfile resource as the contract has it. */
public record CompanyProfileResource(
        @Nullable String tenantId,
        @Nullable String domain,
        @Nullable String companyName,
        @Nullable AddressResource address,
        @Nullable String email,
        @Nullable String organizationRegistrationNumber,
        @Nullable Links links,
        @Nullable Attributes attributes) {

    /** The profile; address and e-mail only for a partner that administers the customer's directory. */
    static CompanyProfileResource of(Customer customer) {
        var company = customer.company();
        var open = customer.delegatedAdministration();
        return new CompanyProfileResource(
                customer.id().toString(),
                company.domain(),
                company.name().value(),
                open ? AddressResource.of(company) : null,
                open ? company.email().value() : null,
                company.registrationId().map(RegistrationId::value).orElse(null),
                links(customer.id()),
                Attributes.of("CustomerCompanyProfile"));
    }

    static CompanyProfileResource of(CustomerRow row) {
        return new CompanyProfileResource(
                row.id().toString(),
                row.domain(),
                row.name(),
                null,
                null,
                null,
                links(row.id()),
                Attributes.of("CustomerCompanyProfile"));
    }

    /** The short form in the answer to a creation. */
    CompanyProfileResource withoutContact() {
        return new CompanyProfileResource(
                tenantId, domain, companyName, null, null, organizationRegistrationNumber, links, attributes);
    }

    private static Links links(CustomerId id) {
        return Links.self("/customers/" + id + "/profiles/company");
    }
}
