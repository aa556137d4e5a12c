package oroshi.onboarding;

import org.jspecify.annotations.Nullable;
import oroshi.basics.Refusal;
import oroshi.customers.Customer;

/** The CustomerPatch resource as the contract has it; whatever else a client sends back of the customer is ignored. */
record CustomerPatch(
        @Nullable Word relationshipToPartner, @Nullable Boolean allowDelegatedAccess) {

    /** What the wire calls a partner's relationship with a customer; clients may send the place in this order instead. */
    enum Word {
        UNKNOWN,
        RESELLER,
        ADVISOR,
        SYNDICATION,
        MICROSOFT_SUPPORT,
        NONE
    }

    /** Refuses what names no change, and what would give the partner something that it doesn't have. */
    CustomerPatch require(Customer customer) {
        if (isSilent() && allowDelegatedAccess == null) {
            throw Refusal.because(OnboardingRefusal.NOTHING_TO_CHANGE);
        }
        if (!isSilent() && !leaves() && !holds(customer)) {
            throw Refusal.of("relationshipToPartner", OnboardingRefusal.NOT_GRANTED_HERE);
        }
        if (Boolean.TRUE.equals(allowDelegatedAccess) && !customer.delegatedAdministration()) {
            throw Refusal.of("allowDelegatedAccess", OnboardingRefusal.NOT_GRANTED_HERE);
        }
        return this;
    }

    boolean leaves() {
        return relationshipToPartner == Word.NONE;
    }

    boolean endsAdministration() {
        return Boolean.FALSE.equals(allowDelegatedAccess);
    }

    /** The .NET client sends {@code unknown} for a member that it leaves alone. */
    private boolean isSilent() {
        return relationshipToPartner == null || relationshipToPartner == Word.UNKNOWN;
    }

    private boolean holds(Customer customer) {
        return relationshipToPartner != null
                && customer.relationship().wireName().equalsIgnoreCase(relationshipToPartner.name());
    }
}
