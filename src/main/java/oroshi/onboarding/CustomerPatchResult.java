package oroshi.onboarding;

import org.jspecify.annotations.Nullable;
import oroshi.customers.Customer;
import oroshi.rest.Attributes;

/** The CustomerPatchResult resource as the contract has it. */
record CustomerPatchResult(
        @Nullable String id,
        String relationshipToPartner,
        @Nullable Boolean allowDelegatedAccess,
        Attributes attributes) {
    private static final Attributes CUSTOMER = Attributes.of("Customer");

    /** The partner has no customer any more that could be described. */
    static CustomerPatchResult left() {
        return new CustomerPatchResult(null, "none", null, CUSTOMER);
    }

    static CustomerPatchResult of(Customer customer) {
        return new CustomerPatchResult(
                customer.id().toString(),
                customer.relationship().wireName(),
                customer.delegatedAdministration(),
                CUSTOMER);
    }
}
