package oroshi.customers;

import org.jspecify.annotations.Nullable;

/** The CustomerBillingProfile resource as the contract has it. */
public record BillingProfileResource(
        @Nullable String id,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        @Nullable String culture,
        @Nullable String language,
        @Nullable String companyName,
        @Nullable AddressResource defaultAddress) {
    static final BillingProfileResource NONE =
            new BillingProfileResource(null, null, null, null, null, null, null, null);

    CustomerEntry toEntry(@Nullable String registrationId) {
        var address = defaultAddress == null ? AddressResource.NONE : defaultAddress;
        return new CustomerEntry(
                address.country(),
                companyName,
                address.addressLine1(),
                address.addressLine2(),
                address.addressLine3(),
                address.city(),
                address.state(),
                address.region(),
                address.postalCode(),
                registrationId,
                culture,
                language,
                address.firstName(),
                address.lastName(),
                email,
                address.phoneNumber());
    }
}
