package oroshi.customers;

import java.util.Optional;
import java.util.UUID;

/**
 * To whom a customer's services are billed; edited as a whole.
 *
 * @param version changes with every edit; an edit names the version it started from
 */
public record BillingProfile(
        UUID id,
        CompanyName companyName,
        PostalAddress address,
        Contact contact,
        Culture culture,
        String language,
        long version) {

    /** The version as the API shows it. */
    public String etag() {
        return Long.toString(version);
    }

    public Optional<PhoneNumber> phone() {
        return contact.phone();
    }
}
