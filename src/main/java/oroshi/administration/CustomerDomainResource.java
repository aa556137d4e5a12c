package oroshi.administration;

import org.jspecify.annotations.Nullable;

/** The CustomerDomain resource as the contract has it: words in lower case, unlike those of the request. */
record CustomerDomainResource(
        Authentication authenticationType,
        String capability,
        boolean isDefault,
        boolean isInitial,
        String name,
        @Nullable String rootDomain,
        Status status,
        Verification verificationMethod) {
    /** Who asks the people of the domain for their passwords: this directory, or their own. */
    enum Authentication {
        MANAGED,
        FEDERATED
    }

    /** How far the proof that the domain is the customer's has come. */
    enum Status {
        UNVERIFIED,
        VERIFIED,
        PENDING_DELETION
    }

    /** How it was proved. */
    enum Verification {
        NONE,
        DNS_RECORD,
        EMAIL
    }
}
