package oroshi.customers;

import org.jspecify.annotations.Nullable;

/** The Address resource as the contract has it. */
public record AddressResource(
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
    static final AddressResource NONE =
            new AddressResource(null, null, null, null, null, null, null, null, null, null, null, null);
}
