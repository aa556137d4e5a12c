package oroshi.customers;

import java.util.Optional;

/**
 * A new bill-to profile, checked as a whole like a new customer's.
 *
 * @param expectedVersion the version the editor saw; empty overwrites any
 */
public record BillingChange(NewCustomer profile, Optional<String> expectedVersion) {}
