package oroshi.agreements;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What a partner must say to attest that a customer accepted an agreement.
 *
 * @param template the version that the customer accepted
 * @param language the language it was read in
 */
public record NewAttestation(Signer signer, Instant agreedAt, AgreementTemplate template, String language) {
    /** An acceptance on a calendar day. */
    public static NewAttestation on(LocalDate day, Signer signer, AgreementTemplate template, String language) {
        return new NewAttestation(signer, day.atStartOfDay(ZoneOffset.UTC).toInstant(), template, language);
    }

    /** The calendar day of the acceptance. */
    public LocalDate day() {
        return agreedAt.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
