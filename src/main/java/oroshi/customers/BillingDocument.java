package oroshi.customers;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a bill-to profile is stored; its name, id and version are columns of their own. */
record BillingDocument(
        PostalAddress address,
        String firstName,
        String lastName,
        String email,
        @Nullable String phone,
        String culture,
        String language) {
    BillingProfile toProfile(UUID id, String companyName, long version) {
        var contact = new Contact(
                firstName,
                lastName,
                new EmailAddress(email),
                Optional.ofNullable(phone).map(PhoneNumber::new));
        return new BillingProfile(
                id, new CompanyName(companyName), address, contact, new Culture(culture), language, version);
    }
}
