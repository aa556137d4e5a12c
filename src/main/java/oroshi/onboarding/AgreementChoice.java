package oroshi.onboarding;

import oroshi.agreements.NewAttestation;

/** How a new customer comes to accept the agreement. */
public sealed interface AgreementChoice {
    /** The partner confirms that the customer has accepted. */
    record Attested(NewAttestation attestation) implements AgreementChoice {}

    /** The customer will be asked in the customer portal; until then nothing can be ordered. */
    record AskCustomer() implements AgreementChoice {}

    /** Nothing has been said yet, as in a call of the API that only adds the customer. */
    record Undecided() implements AgreementChoice {}

    /** The cloud knows no customer agreement. */
    record NotNeeded() implements AgreementChoice {}
}
