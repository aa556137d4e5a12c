package oroshi.customers;

import java.util.Optional;

/** A customer's company as its directory has it; only the customer changes it. */
public record CompanyProfile(
        CompanyName name,
        String domain,
        PostalAddress address,
        EmailAddress email,
        Optional<PhoneNumber> phone,
        Optional<RegistrationId> registrationId) {}
