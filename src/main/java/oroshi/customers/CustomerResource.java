package oroshi.customers;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
        @Nullable String associatedPartnerId) {

    /** What was sent, for {@link CustomerRules} to check. */
    public CustomerEntry toEntry() {
        var profile = billingProfile == null ? BillingProfileResource.NONE : billingProfile;
        return profile.toEntry(companyProfile == null ? null : companyProfile.organizationRegistrationNumber());
    }
}
