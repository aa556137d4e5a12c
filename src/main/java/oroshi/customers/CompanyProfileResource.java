package oroshi.customers;

import org.jspecify.annotations.Nullable;

/** The CustomerCompanyProfile resource as the contract has it. */
public record CompanyProfileResource(
        @Nullable String tenantId,
        @Nullable String domain,
        @Nullable String companyName,
        @Nullable AddressResource address,
        @Nullable String email,
        @Nullable String organizationRegistrationNumber) {}
