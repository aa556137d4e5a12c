package oroshi.partners;

import static oroshi.partners.PartnerAddressResource.filled;
import static oroshi.rest.Fields.required;
import static oroshi.rest.Fields.text;

import org.jspecify.annotations.Nullable;
import oroshi.basics.PartnerId;
import oroshi.rest.Attributes;
import oroshi.rest.Links;

/** The OrganizationProfile resource as the contract has it. Ids and domain are the directory's and never read. */
record OrganizationProfileResource(
        @Nullable String id,
        @Nullable String companyName,
        @Nullable PartnerAddressResource defaultAddress,
        @Nullable String tenantId,
        @Nullable String domain,
        @Nullable String email,
        @Nullable String language,
        @Nullable String culture,
        @Nullable String profileType,
        @Nullable Links links,
        @Nullable Attributes attributes) {
    private static final String TYPE = "OrganizationProfile";

    static OrganizationProfileResource of(
            PartnerId partnerId, @Nullable String domain, Versioned<OrganizationProfile> stored) {
        var profile = stored.profile();
        return new OrganizationProfileResource(
                partnerId.toString(),
                profile.companyName(),
                PartnerAddressResource.of(profile.address()),
                partnerId.toString(),
                domain,
                filled(profile.email()),
                profile.language(),
                profile.culture(),
                TYPE,
                Links.self("/profiles/organization"),
                Attributes.of(TYPE, stored.etag()));
    }

    OrganizationProfile toProfile() {
        return new OrganizationProfile(
                required("companyName", companyName),
                required("defaultAddress", defaultAddress).toAddress(),
                text(email),
                text(language),
                text(culture));
    }
}
