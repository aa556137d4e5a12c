package oroshi.agreements;

import java.time.Instant;
import java.util.Optional;

/**
 * How a customer stands with the agreement that is required now, as one partner sees it.
 *
 * @param type the required agreement; empty where none is
 * @param attestation the partner's current record
 * @param direct the customer's own acceptance
 * @param askedAt when the partner asked the customer to accept
 * @param newVersion the version that has to be accepted, when an older one was
 */
public record AgreementStatus(
        AgreementState state,
        Optional<AgreementType> type,
        Optional<Acceptance> attestation,
        Optional<DirectAcceptance> direct,
        Optional<Instant> askedAt,
        Optional<AgreementTemplate> newVersion) {
    static final AgreementStatus NOT_APPLICABLE = new AgreementStatus(
            AgreementState.NOT_APPLICABLE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
}
