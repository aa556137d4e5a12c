package oroshi.customers;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a company profile is stored; its name and domain are columns of their own. */
record CompanyDocument(
        PostalAddress address,
        String email,
        @Nullable String phone,
        @Nullable String registrationId) {
    CompanyProfile toProfile(String name, String domain) {
        return new CompanyProfile(
                new CompanyName(name),
                domain,
                address,
                new EmailAddress(email),
                Optional.ofNullable(phone).map(PhoneNumber::new),
                Optional.ofNullable(registrationId).map(RegistrationId::new));
    }
}
