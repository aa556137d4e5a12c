package oroshi.customers;

import java.util.Optional;

/**
 * What a partner must tell us about a company to make it a customer. An instance has passed every rule that needs no
 * database; {@link CustomerRules} makes it from a {@link CustomerEntry}.
 *
 * @param language two-letter language in which the customer is addressed, as sent
 */
public record NewCustomer(
        CompanyName companyName,
        PostalAddress address,
        Optional<RegistrationId> registrationId,
        Contact contact,
        Culture culture,
        String language) {}
