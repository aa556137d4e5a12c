package oroshi.partners;

import static oroshi.partners.PartnerAddressResource.filled;
import static oroshi.rest.Fields.text;

import org.jspecify.annotations.Nullable;

/** The Contact resource in a partner's own profiles. */
public record PartnerContactResource(
        @Nullable String firstName,
        @Nullable String middleName,
        @Nullable String lastName,
        @Nullable String email,
        @Nullable String phoneNumber) {
    static PartnerContactResource of(ProfileContact contact) {
        return new PartnerContactResource(
                filled(contact.firstName()),
                filled(contact.middleName()),
                filled(contact.lastName()),
                filled(contact.email()),
                filled(contact.phoneNumber()));
    }

    /** Who is named; nobody where the member is missing. */
    static ProfileContact toContact(@Nullable PartnerContactResource resource) {
        return resource == null
                ? ProfileContact.NOBODY
                : new ProfileContact(
                        text(resource.firstName),
                        text(resource.middleName),
                        text(resource.lastName),
                        text(resource.email),
                        text(resource.phoneNumber));
    }
}
