package oroshi.partners;

import static oroshi.partners.PartnerAddressResource.filled;
import static oroshi.rest.Fields.text;

import org.jspecify.annotations.Nullable;
import oroshi.rest.Attributes;
import oroshi.rest.Links;

/** The SupportProfile resource as the contract has it. */
record SupportProfileResource(
        @Nullable String email,
        @Nullable String telephone,
        @Nullable String website,
        @Nullable String profileType,
        @Nullable Links links,
        @Nullable Attributes attributes) {
    private static final String TYPE = "SupportProfile";

    static SupportProfileResource of(SupportProfile profile) {
        return new SupportProfileResource(
                filled(profile.email()),
                filled(profile.telephone()),
                filled(profile.website()),
                TYPE,
                Links.self("/profiles/support"),
                Attributes.of(TYPE));
    }

    SupportProfile toProfile() {
        return new SupportProfile(text(email), text(telephone), text(website));
    }
}
