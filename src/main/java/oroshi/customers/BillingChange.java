package oroshi.customers;

import java.util.Optional;
import oroshi.basics.Refusal;

/**
 * A new bill-to profile, checked as a whole like a new customer's.
 *
 * @param expectedVersion the version the editor saw; empty overwrites any
 */
public record BillingChange(NewCustomer profile, Optional<String> expectedVersion) {
    void requireVersion(BillingProfile present) {
        if (expectedVersion.filter(expected -> !expected.equals(present.etag())).isPresent()) {
            throw Refusal.because(CustomerRefusal.CHANGED_MEANWHILE);
        }
    }

    /** The profile after the change; refuses another country, because prices and rules hang on it (J6-02). */
    BillingProfile appliedTo(Customer customer) {
        if (!profile.address().country().equals(customer.country())) {
            throw Refusal.of("billingProfile.defaultAddress.country", CustomerRefusal.COUNTRY_FIXED);
        }
        return new BillingProfile(
                customer.billing().id(),
                profile.companyName(),
                profile.address(),
                profile.contact(),
                profile.culture(),
                profile.language(),
                BillingProfile.nextVersion());
    }
}
