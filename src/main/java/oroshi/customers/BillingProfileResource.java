package oroshi.customers;

import org.jspecify.annotations.Nullable;
import oroshi.basics.CustomerId;
import oroshi.rest.Attributes;
import oroshi.rest.Links;

/** The CustomerBillingProfile resource as the contract has it. */
public record BillingProfileResource(
        @Nullable String id,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        @Nullable String culture,
        @Nullable String language,
        @Nullable String companyName,
        @Nullable AddressResource defaultAddress,
        @Nullable Links links,
        @Nullable Attributes attributes) {
    static final BillingProfileResource NONE =
            new BillingProfileResource(null, null, null, null, null, null, null, null, null, null);

    static BillingProfileResource of(CustomerId customerId, BillingProfile profile) {
        var contact = profile.contact();
        return new BillingProfileResource(
                profile.id().toString(),
                contact.firstName(),
                contact.lastName(),
                contact.email().value(),
                profile.culture().tag(),
                profile.language(),
                profile.companyName().value(),
                AddressResource.of(profile.address(), contact),
                Links.self("/customers/" + customerId + "/profiles/billing"),
                Attributes.of("CustomerBillingProfile", profile.etag()));
    }

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
