package oroshi.customers;

import java.util.Optional;
import java.util.UUID;
import oroshi.basics.Ids;

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

    /** A version that no edit had before: random, so that it says nothing about how many there were. */
    static long nextVersion() {
        return Ids.next().getLeastSignificantBits();
    }

    public Optional<PhoneNumber> phone() {
        return contact.phone();
    }
}
