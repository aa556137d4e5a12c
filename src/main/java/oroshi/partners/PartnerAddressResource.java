package oroshi.partners;

import static oroshi.rest.Fields.text;

import org.jspecify.annotations.Nullable;

/** The Address resource in a partner's own profiles. */
public record PartnerAddressResource(
        @Nullable String country,
        @Nullable String region,
        @Nullable String city,
        @Nullable String state,
        @Nullable String addressLine1,
        @Nullable String addressLine2,
        @Nullable String addressLine3,
        @Nullable String postalCode,
        @Nullable String firstName,
        @Nullable String middleName,
        @Nullable String lastName,
        @Nullable String phoneNumber) {
    /** What was said; a second line and the number of a person that is named are empty texts on the wire. */
    static PartnerAddressResource of(ProfileAddress address) {
        var named = address.namesSomebody();
        return new PartnerAddressResource(
                address.country(),
                filled(address.region()),
                filled(address.city()),
                filled(address.state()),
                filled(address.addressLine1()),
                address.addressLine1().isEmpty() ? null : address.addressLine2(),
                filled(address.addressLine3()),
                filled(address.postalCode()),
                filled(address.firstName()),
                filled(address.middleName()),
                filled(address.lastName()),
                named ? address.phoneNumber() : null);
    }

    ProfileAddress toAddress() {
        return new ProfileAddress(
                text(country),
                text(region),
                text(city),
                text(state),
                text(addressLine1),
                text(addressLine2),
                text(addressLine3),
                text(postalCode),
                text(firstName),
                text(middleName),
                text(lastName),
                text(phoneNumber));
    }

    /** The text, or nothing for an empty one, which the wire leaves out. */
    static @Nullable String filled(String text) {
        return text.isEmpty() ? null : text;
    }
}
