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

    /** The address alone. */
    static AddressResource of(PostalAddress address) {
        return new AddressResource(
                address.country(),
                address.region(),
                address.city(),
                address.state(),
                address.addressLine1(),
                address.addressLine2(),
                address.addressLine3(),
                address.postalCode(),
                null,
                null,
                null,
                null);
    }

    /** The address with its contact; a missing phone number is an empty text on the wire. */
    static AddressResource of(PostalAddress address, Contact contact) {
        return new AddressResource(
                address.country(),
                address.region(),
                address.city(),
                address.state(),
                address.addressLine1(),
                address.addressLine2(),
                address.addressLine3(),
                address.postalCode(),
                contact.firstName(),
                null,
                contact.lastName(),
                contact.phone().map(PhoneNumber::value).orElse(""));
    }

    /** A company's address, which has the state in another member. */
    static AddressResource of(CompanyProfile company) {
        var address = company.address();
        return new AddressResource(
                address.country(),
                address.state() == null ? address.region() : address.state(),
                address.city(),
                null,
                address.addressLine1(),
                address.addressLine2(),
                address.addressLine3(),
                address.postalCode(),
                null,
                null,
                null,
                company.phone().map(PhoneNumber::value).orElse(null));
    }

    /** The address for a check of its own, without a company. */
    CustomerEntry toEntry() {
        return new CustomerEntry(
                country,
                null,
                addressLine1,
                addressLine2,
                addressLine3,
                city,
                state,
                region,
                postalCode,
                null,
                null,
                null,
                firstName,
                lastName,
                null,
                phoneNumber);
    }

    /** The same in this country, where none is named. */
    AddressResource in(String defaultCountry) {
        return new AddressResource(
                country == null || country.isBlank() ? defaultCountry : country,
                region,
                city,
                state,
                addressLine1,
                addressLine2,
                addressLine3,
                postalCode,
                firstName,
                middleName,
                lastName,
                phoneNumber);
    }

    /** The address as sent, without what is no address. */
    AddressResource bare() {
        return new AddressResource(
                country,
                region,
                city,
                state,
                addressLine1,
                addressLine2,
                addressLine3,
                postalCode,
                null,
                null,
                null,
                null);
    }
}
